package io.coxswain.node.runtime.jvm;

import io.coxswain.environment.AwaitException;
import io.coxswain.environment.Environment;
import io.coxswain.environment.OutOfMemory;
import io.coxswain.node.runtime.ExecResult;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.RecentLines;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerLog;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a worker of this JVM. The thread is set and taken back under this object's lock, so an interrupt never hits what the thread does afterwards. */
final class JvmRun implements Worker, JvmContext {
    private static final Logger LOG = LoggerFactory.getLogger(JvmRun.class);
    private static final int LOG_LINES = 10_000;
    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final Environment environment;
    private final WorkerSpec spec;
    private final String id;
    private final WorkerListener listener;
    private final RecentLines log = new RecentLines(LOG_LINES);
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();
    private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();
    private @Nullable Thread thread;
    private boolean waitsForStop;

    JvmRun(Environment environment, WorkerSpec spec, String id, WorkerListener listener) {
        this.environment = environment;
        this.spec = spec;
        this.id = id;
        this.listener = listener;
    }

    void begin(JvmWorker worker) {
        String name = "worker " + spec.sandbox().pod() + "/" + spec.container();
        environment.workers(name, 1).execute(() -> run(worker));
    }

    private void run(JvmWorker worker) {
        if (stopping.isDone()) {
            exit.complete(WorkerExit.ofCode(TERMINATED)); // it was to stop before its thread came
            return;
        }
        setThread(Thread.currentThread());
        WorkerExit end = outcome(worker);
        setThread(null);
        Thread.interrupted(); // the thread may belong to others next
        exit.complete(end);
    }

    private synchronized void setThread(@Nullable Thread current) {
        thread = current;
    }

    private WorkerExit outcome(JvmWorker worker) {
        try {
            worker.run(this);
            return WorkerExit.ofCode(0);
        } catch (Throwable e) {
            if (stopping.isDone() && isInterrupt(e)) {
                return WorkerExit.ofCode(TERMINATED);
            }
            OutOfMemory.noticeIn(e);
            log(e.toString());
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("pod", spec.sandbox().pod())
                    .addKeyValue("container", spec.container())
                    .log("Worker failed");
            return WorkerExit.ofCode(1).withMessage(e.toString());
        }
    }

    private static boolean isInterrupt(Throwable e) {
        return e instanceof InterruptedException
                || (e instanceof AwaitException await && await.reason() == AwaitException.Reason.INTERRUPTED);
    }

    @Override
    public void signal(StopSignal signal) {
        stopping.complete(null);
        interrupt(signal);
        if (signal == StopSignal.KILL && exit.complete(WorkerExit.ofCode(KILLED))) {
            LOG.atWarn()
                    .addKeyValue("pod", spec.sandbox().pod())
                    .addKeyValue("container", spec.container())
                    .log(
                            "Worker given up: it did not return after its interrupt, and a thread can't be ended by force");
        }
    }

    /** A worker that waits for its stop needs no interrupt, which would only get in the way of what it does on the way out. */
    private synchronized void interrupt(StopSignal signal) {
        Thread current = thread;
        if (current != null && (!waitsForStop || signal == StopSignal.KILL)) {
            current.interrupt();
        }
    }

    @Override
    public WorkerSpec spec() {
        return spec;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CompletionStage<WorkerExit> exit() {
        return exit.minimalCompletionStage();
    }

    @Override
    public WorkerLog log() {
        return log;
    }

    @Override
    public CompletionStage<ExecResult> exec(List<String> command, Duration limit) {
        return CompletableFuture.failedFuture(WorkerStartException.misconfigured(
                spec.subject() + ": exec: a worker inside the JVM has no commands; use httpGet or tcpSocket"));
    }

    @Override
    public ResourceKey pod() {
        return spec.sandbox().pod();
    }

    @Override
    public String address() {
        return spec.sandbox().address();
    }

    @Override
    public int port() {
        String port = spec.environment().get("PORT");
        if (port == null) {
            throw new IllegalStateException(
                    spec.subject() + ": has no PORT: declare one, such as ports: [{containerPort: 8080}]");
        }
        return Integer.parseInt(port);
    }

    @Override
    public Map<String, String> variables() {
        return spec.environment();
    }

    @Override
    public List<String> args() {
        return spec.arguments();
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public void ready() {
        listener.readiness(Readiness.READY);
    }

    @Override
    public void notReady() {
        listener.readiness(Readiness.NOT_READY);
    }

    @Override
    public void log(String line) {
        log.add(line);
    }

    @Override
    public CompletionStage<Void> stopping() {
        return stopping.minimalCompletionStage();
    }

    @Override
    public void awaitStop() {
        if (beginsToWait()) {
            environment.await(stopping, FOREVER);
        }
    }

    /** Whether there is something to wait for; otherwise the interrupt that came with the stop has done its work. */
    private synchronized boolean beginsToWait() {
        waitsForStop = true;
        if (stopping.isDone()) {
            Thread.interrupted();
        }
        return !stopping.isDone();
    }
}
