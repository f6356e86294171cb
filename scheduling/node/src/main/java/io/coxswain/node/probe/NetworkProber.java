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

/** Asks by real connections and by commands of the worker's runtime. Connections are asynchronous channels: no thread waits for an answer. */
public final class NetworkProber implements Prober {
    private final Environment environment;
    private final Executor serial;
    private final HttpsProbe https = new HttpsProbe();

    private NetworkProber(Environment environment) {
        this.environment = environment;
        serial = environment.serial("probes");
    }

    public static NetworkProber create(Environment environment) {
        return new NetworkProber(environment);
    }

    @Override
    public CompletionStage<ProbeResult> probe(Worker worker, ProbeAction action, Duration limit) {
        if (action instanceof ProbeAction.Exec exec) {
            return worker.exec(exec.command(), limit).handle((result, failure) -> ofExec(result, failure, limit));
        }
        if (action instanceof ProbeAction.Http http) {
            return http.scheme().equalsIgnoreCase("https") ? https.ask(http, limit) : connect(http, limit);
        }
        if (action instanceof ProbeAction.Tcp tcp) {
            Connection connection = Connection.open();
            return bounded(connection, connection.connect(tcp.host(), tcp.port()), limit);
        }
        throw new IllegalArgumentException("probe action " + action);
    }

    private CompletionStage<ProbeResult> connect(ProbeAction.Http http, Duration limit) {
        Connection connection = Connection.open();
        CompletionStage<ProbeResult> answer = connection
                .connect(http.host(), http.port())
                .thenCompose(connected ->
                        connected.isSuccess() ? connection.get(http) : CompletableFuture.completedFuture(connected));
        return bounded(connection, answer, limit);
    }

    private CompletionStage<ProbeResult> bounded(
            Connection connection, CompletionStage<ProbeResult> answer, Duration limit) {
        CompletableFuture<ProbeResult> result = new CompletableFuture<>();
        Cancellable timer = environment.schedule(
                limit, serial, () -> result.complete(ProbeResult.failure("no answer within " + seconds(limit))));
        answer.whenComplete((outcome, failure) ->
                result.complete(failure == null ? outcome : ProbeResult.failure(message(failure))));
        result.whenComplete((outcome, failure) -> {
            timer.cancel();
            connection.close();
        });
        return result;
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
