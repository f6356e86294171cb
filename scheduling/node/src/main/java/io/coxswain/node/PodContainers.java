package io.coxswain.node;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.event.EventType;
import io.coxswain.node.container.ContainerOwner;
import io.coxswain.node.container.ContainerWorker;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.node.status.PodPhases;
import io.coxswain.node.variables.NetworkIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The containers of a pod and what they have in common: each is started when the first start of the one before is over, all are stopped together. Owned by the steps of the pod. */
final class PodContainers implements ContainerOwner {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(30);

    private final AgentServices services;
    private final Executor serial;
    private final PodNetwork network;
    private final Parent parent;
    private final List<ContainerWorker> workers = new ArrayList<>();

    /** The pod that the containers belong to. */
    interface Parent {
        /** The newest object that is known. */
        Pod pod();

        /** Whether containers that end may be started again. */
        boolean isActive();

        /** The status has changed. */
        void changed();

        /** A container has ended for good. */
        void containerEnded();
    }

    PodContainers(AgentServices services, Executor serial, PodNetwork network, Parent parent) {
        this.services = services;
        this.serial = serial;
        this.network = network;
        this.parent = parent;
    }

    /** Takes over what another agent has left and starts the first one. */
    void begin() {
        for (Container container : pod().spec().containers()) {
            ContainerWorker worker = new ContainerWorker(services.containers(), this, container);
            PodPhases.find(pod().status().containerStatuses(), container).ifPresent(worker::adopt);
            workers.add(worker);
        }
        startFrom(0);
    }

    private void startFrom(int index) {
        for (int i = index; i < workers.size(); i++) {
            if (!workers.get(i).isEnded()) {
                workers.get(i).start();
                return;
            }
        }
    }

    /** Ends them all; see {@link ContainerWorker#stop}. */
    void stop(Duration grace, CompletionStage<?> released) {
        workers.forEach(worker -> worker.stop(grace, released));
    }

    /** The names of those that run. */
    List<String> running() {
        return workers.stream()
                .filter(worker -> worker.worker().isPresent())
                .map(ContainerWorker::name)
                .toList();
    }

    /** Whether none runs or will, also since none was begun. */
    boolean areEnded() {
        return workers.stream().allMatch(ContainerWorker::isEnded);
    }

    boolean areBegun() {
        return !workers.isEmpty();
    }

    /** What runs for a container; for the first one that runs if the name is empty. */
    Optional<Worker> worker(String container) {
        return workers.stream()
                .filter(one -> one.name().equals(container) || container.isEmpty())
                .flatMap(one -> one.worker().stream())
                .findFirst();
    }

    /** How each stands, in the order of the spec. */
    List<ContainerStatus> statuses() {
        if (!areBegun()) {
            return pod().spec().containers().stream()
                    .map(container -> new ContainerWorker(services.containers(), this, container).status())
                    .toList();
        }
        return workers.stream().map(ContainerWorker::status).toList();
    }

    @Override
    public Pod pod() {
        return parent.pod();
    }

    @Override
    public Executor serial() {
        return serial;
    }

    @Override
    public PodSandbox sandbox() {
        String folder = pod().metadata().annotations().get(PodAnnotations.FOLDER);
        Path start = folder == null ? services.folder() : services.folder().resolve(folder);
        NetworkIdentity place = network.identity();
        String uid = pod().metadata().uid();
        return new PodSandbox(pod().key(), uid, place.nodeName(), place.podAddress(), start, place.ports());
    }

    @Override
    public NetworkIdentity identity() {
        return network.identity();
    }

    @Override
    public boolean isActive() {
        return parent.isActive();
    }

    @Override
    public Duration gracePeriod() {
        Long seconds = pod().spec().terminationGracePeriodSeconds();
        return seconds == null ? DEFAULT_GRACE : Duration.ofSeconds(seconds);
    }

    @Override
    public Readiness readiness() {
        boolean notifies = "true".equals(pod().metadata().annotations().get(PodAnnotations.NOTIFY));
        return notifies ? Readiness.NOT_READY : Readiness.READY;
    }

    @Override
    public Optional<Duration> watchdog() {
        String seconds = pod().metadata().annotations().get(PodAnnotations.WATCHDOG_SECONDS);
        if (seconds == null) {
            return Optional.empty();
        }
        if (!seconds.matches("[1-9][0-9]{0,5}") || readiness() == Readiness.READY) {
            throw WorkerStartException.misconfigured("annotation " + PodAnnotations.WATCHDOG_SECONDS + ": " + seconds
                    + ": must be a whole number of seconds above 0, with annotation " + PodAnnotations.NOTIFY
                    + ": \"true\"");
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    @Override
    public Optional<Consumer<String>> output(String container) {
        return Optional.ofNullable(services.output()).map(output -> line -> output.line(pod().key(), container, line));
    }

    @Override
    public void changed() {
        parent.changed();
    }

    @Override
    public void firstStartIsOver(ContainerWorker container) {
        startFrom(workers.indexOf(container) + 1);
    }

    @Override
    public void ended() {
        parent.containerEnded();
    }

    @Override
    public void event(EventType type, String reason, String message) {
        services.events().event(pod(), type, reason, message);
    }
}
