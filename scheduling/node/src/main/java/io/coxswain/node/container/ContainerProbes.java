package io.coxswain.node.container;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.node.probe.ProbeAction;
import io.coxswain.node.probe.ProbeCycle;
import io.coxswain.node.probe.ProbeResult;
import io.coxswain.node.probe.ProbeTiming;
import io.coxswain.node.runtime.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The probes of one run of a container: the startup probe gates the others, which begin when it has succeeded. Owned by the steps of the pod. */
final class ContainerProbes {
    private final ContainerServices services;
    private final Executor serial;
    private final Container container;
    private final Worker worker;
    private final Listener listener;
    private final long beganNanos;
    private final List<ProbeCycle> killers = new ArrayList<>();
    private final List<ProbeCycle> all = new ArrayList<>();
    private boolean started;
    private boolean ready;

    /** Hears what the probes find. */
    interface Listener {
        /** {@link #isStarted} or {@link #isReady} is another. */
        void changed();

        /** Something that people should know. */
        void event(String reason, String message);

        /** The container is to be killed. */
        void kill(String kind, Probe probe);
    }

    ContainerProbes(
            ContainerServices services, Executor serial, Container container, Worker worker, Listener listener) {
        this.services = services;
        this.serial = serial;
        this.container = container;
        this.worker = worker;
        this.listener = listener;
        beganNanos = services.environment().nanoTime();
    }

    /** The container runs. */
    void begin() {
        Probe startup = container.startupProbe();
        if (startup == null) {
            started = true;
            beginGated();
            return;
        }
        begin("Startup", startup, ProbeCycle.Pace.EAGER, killers, result -> {
            if (result.isSuccess()) {
                killers.forEach(ProbeCycle::stop);
                started = true;
                beginGated();
                listener.changed();
            } else {
                listener.kill("startup", startup);
            }
        });
    }

    private void beginGated() {
        Probe liveness = container.livenessProbe();
        if (liveness != null) {
            begin("Liveness", liveness, ProbeCycle.Pace.DECLARED, killers, result -> {
                if (!result.isSuccess()) {
                    listener.kill("liveness", liveness);
                }
            });
        }
        Probe readiness = container.readinessProbe();
        ready = readiness == null;
        if (readiness != null) {
            begin("Readiness", readiness, ProbeCycle.Pace.EAGER, all, result -> {
                ready = result.isSuccess();
                listener.changed();
            });
        }
    }

    /** Whether the startup probe has succeeded or there is none. */
    boolean isStarted() {
        return started;
    }

    /** Whether it has started and the readiness probe says yes or there is none. */
    boolean isReady() {
        return started && ready;
    }

    /** It is being stopped: from now on only readiness matters. */
    void stopKilling() {
        killers.forEach(ProbeCycle::stop);
    }

    void stop() {
        stopKilling();
        all.forEach(ProbeCycle::stop);
    }

    private void begin(String kind, Probe probe, ProbeCycle.Pace pace, List<ProbeCycle> group, Verdict verdict) {
        ProbeTiming timing = ProbeTiming.of(probe);
        @Nullable ProbeAction action = actionOf(probe);
        ProbeCycle cycle = new ProbeCycle(
                services.environment(),
                serial,
                timing,
                pace,
                () -> action == null ? noSuchPort() : services.prober().probe(worker, action, timing.limit()),
                new ProbeCycle.Listener() {
                    @Override
                    public void verdict(ProbeResult result) {
                        verdict.on(result);
                    }

                    @Override
                    public void failed(ProbeResult result) {
                        listener.event("Unhealthy", kind + " probe failed: " + result.message());
                    }

                    @Override
                    public void warned(ProbeResult result) {
                        listener.event("ProbeWarning", kind + " probe warning: " + result.message());
                    }
                });
        group.add(cycle);
        cycle.begin(Duration.ofNanos(services.environment().nanoTime() - beganNanos));
    }

    private interface Verdict {
        void on(ProbeResult result);
    }

    private @Nullable ProbeAction actionOf(Probe probe) {
        try {
            return ProbeAction.of(container, worker.spec().sandbox(), probe.exec(), probe.httpGet(), probe.tcpSocket());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private CompletionStage<ProbeResult> noSuchPort() {
        return CompletableFuture.completedFuture(ProbeResult.failure(
                "container " + container.name() + ": the probe's port is the name of none of its ports"));
    }
}
