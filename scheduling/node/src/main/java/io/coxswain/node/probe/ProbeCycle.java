package io.coxswain.node.probe;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one probe of one run of a container again and again. A verdict is given when the threshold's number of equal answers in a row is reached and differs from the last verdict; see
 * {@code pkg/kubelet/prober/worker.go}.
 *
 * <p>An {@link Pace#EAGER} cycle asks every 100 ms until the first success, so that a worker which is up isn't waited for; what it asks beyond the probe's period is never counted as a failure, and
 * neither is anything within the first period.
 *
 * <p>Not thread-safe: all calls and steps are on one serial executor.
 */
public final class ProbeCycle {
    private static final Duration EAGER_PAUSE = Duration.ofMillis(100);

    private final Environment environment;
    private final Executor on;
    private final ProbeTiming timing;
    private final Pace pace;
    private final Supplier<CompletionStage<ProbeResult>> attempt;
    private final Listener listener;

    private @Nullable Cancellable timer;
    private ProbeResult.@Nullable Outcome verdict;
    private boolean stopped;
    private boolean everSucceeded;
    private int successes;
    private int failures;
    private long attemptBegan;
    private long countsFrom;

    /** How a cycle asks before the first success. */
    public enum Pace {
        /** Every 100 ms: startup and readiness. */
        EAGER,
        /** As declared: liveness. */
        DECLARED
    }

    /** Hears what a cycle finds, on its executor. */
    public interface Listener {
        /** The threshold is reached, with an outcome other than before. */
        void verdict(ProbeResult result);

        /** An answer that counts as a failure. */
        void failed(ProbeResult result);

        /** A success that something is odd about. */
        default void warned(ProbeResult result) {}
    }

    /**
     * A cycle that has not begun.
     *
     * @param on where everything happens
     * @param attempt asks once; its stage may complete anywhere; its failing, or throwing, is a failed answer
     */
    public ProbeCycle(
            Environment environment,
            Executor on,
            ProbeTiming timing,
            Pace pace,
            Supplier<CompletionStage<ProbeResult>> attempt,
            Listener listener) {
        this.environment = environment;
        this.on = on;
        this.timing = timing;
        this.pace = pace;
        this.attempt = attempt;
        this.listener = listener;
    }

    /** Begins. The container has started just so long ago. */
    public void begin(Duration sinceStart) {
        Duration delay = timing.initialDelay().minus(sinceStart);
        schedule(delay.isNegative() ? Duration.ZERO : delay, this::firstAttempt);
    }

    /** Ends; nothing more is asked or told. */
    public void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    private void firstAttempt() {
        boolean gracious = pace == Pace.EAGER;
        countsFrom = environment.nanoTime() + (gracious ? timing.period().toNanos() : 0);
        ask();
    }

    private void ask() {
        if (!stopped) {
            attemptBegan = environment.nanoTime();
            asked().exceptionally(failure -> ProbeResult.failure(NetworkProber.message(failure)))
                    .thenAccept(result -> on.execute(() -> answered(result)));
        }
    }

    /** One attempt that goes wrong must not be the last. */
    private CompletionStage<ProbeResult> asked() {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void answered(ProbeResult result) {
        if (stopped) {
            return;
        }
        if (result.isSuccess()) {
            succeeded(result);
        } else if (isCounted()) {
            failed(result);
        } else {
            successes = 0;
        }
        if (!stopped) {
            Duration since = Duration.ofNanos(environment.nanoTime() - attemptBegan);
            Duration pause = pause().minus(since);
            schedule(pause.isNegative() ? Duration.ZERO : pause, this::ask);
        }
    }

    private void succeeded(ProbeResult result) {
        everSucceeded = true;
        failures = 0;
        successes++;
        if (result.isWarning()) {
            listener.warned(result);
        }
        if (successes >= timing.successThreshold()) {
            decide(result);
        }
    }

    private void failed(ProbeResult result) {
        successes = 0;
        failures++;
        listener.failed(result);
        if (failures >= timing.failureThreshold() && !stopped) {
            decide(result);
        }
    }

    private void decide(ProbeResult result) {
        if (verdict != result.outcome()) {
            verdict = result.outcome();
            listener.verdict(result);
        }
    }

    /** Between the declared times a failure is only a try that came too early. */
    private boolean isCounted() {
        if (!isEager()) {
            return true;
        }
        if (attemptBegan - countsFrom < 0) {
            return false;
        }
        countsFrom = attemptBegan + timing.period().toNanos();
        return true;
    }

    private boolean isEager() {
        return pace == Pace.EAGER && !everSucceeded;
    }

    private Duration pause() {
        boolean shorter = isEager() && EAGER_PAUSE.compareTo(timing.period()) < 0;
        return shorter ? EAGER_PAUSE : timing.period();
    }

    private void schedule(Duration delay, Runnable step) {
        timer = environment.schedule(delay, on, step);
    }
}
