package io.coxswain.node.probe;

import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.ExecResult;
import io.coxswain.node.runtime.Worker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Asks by real connections and by commands of the worker's runtime. Plain connections are asynchronous channels: no thread waits for an answer; TLS, and looking up a host that is given by name, take one
 * of the environment's threads each.
 */
public final class NetworkProber implements Prober {
    /** More attempts that block wait for their turn, which counts for their limit. */
    private static final int BLOCKING_ATTEMPTS = 32;

    private final Environment environment;
    private final Executor serial;
    private final Executor blocking;

    private NetworkProber(Environment environment) {
        this.environment = environment;
        serial = environment.serial("probes");
        blocking = environment.blocking("probes", BLOCKING_ATTEMPTS);
    }

    public static NetworkProber create(Environment environment) {
        return new NetworkProber(environment);
    }

    @Override
    public CompletionStage<ProbeResult> probe(Worker worker, ProbeAction action, Duration limit) {
        if (action instanceof ProbeAction.Exec exec) {
            return worker.exec(exec.command(), limit).handle((result, failure) -> ofExec(result, failure, limit));
        }
        NetworkAttempt attempt = new NetworkAttempt(blocking, limit);
        return bounded(attempt, begun(attempt, action), limit);
    }

    private static CompletionStage<ProbeResult> begun(NetworkAttempt attempt, ProbeAction action) {
        try {
            if (action instanceof ProbeAction.Http http) {
                return attempt.http(http);
            }
            if (action instanceof ProbeAction.Tcp tcp) {
                return attempt.tcp(tcp);
            }
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        throw new IllegalArgumentException("probe action " + action);
    }

    private CompletionStage<ProbeResult> bounded(
            NetworkAttempt attempt, CompletionStage<ProbeResult> answer, Duration limit) {
        CompletableFuture<ProbeResult> result = new CompletableFuture<>();
        Cancellable timer = environment.schedule(
                limit, serial, () -> result.complete(ProbeResult.failure("no answer within " + seconds(limit))));
        answer.whenComplete((outcome, failure) ->
                result.complete(failure == null ? outcome : ProbeResult.failure(message(failure))));
        return result.whenComplete((outcome, failure) -> {
            timer.cancel();
            attempt.close();
        });
    }

    private static ProbeResult ofExec(@Nullable ExecResult result, @Nullable Throwable failure, Duration limit) {
        if (result == null) {
            return ProbeResult.failure(failure == null ? "no result" : message(failure));
        }
        if (result.ending() == ExecResult.Ending.TIMED_OUT) {
            return ProbeResult.failure("command timed out after " + seconds(limit) + ": " + result.output());
        }
        return result.succeeded()
                ? ProbeResult.SUCCESS
                : ProbeResult.failure(result.output().isBlank() ? "exit code " + result.code() : result.output());
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    static String message(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
