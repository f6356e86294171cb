package io.coxswain.node.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a tcp or http probe. Redirections to the same host are followed, up to ten; one to another host ends the attempt and counts as success with a warning, as does any other status from 300
 * to 399: {@code pkg/probe/http/http.go}.
 *
 * <p>The open connection is guarded by this object's lock, so that {@link #close} ends whatever is under way.
 */
final class NetworkAttempt implements AutoCloseable {
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECTION = 300;
    private static final int FIRST_FAILURE = 400;
    private static final int MAX_REDIRECTIONS = 10;

    private final Executor blocking;
    private final Duration limit;
    private @Nullable AutoCloseable open;
    private boolean closed;

    /**
     * An attempt that has not begun.
     *
     * @param blocking for what blocks: looking names up, and TLS
     * @param limit for the whole of it
     */
    NetworkAttempt(Executor blocking, Duration limit) {
        this.blocking = blocking;
        this.limit = limit;
    }

    /** Connects. The stage fails where that isn't possible. */
    CompletionStage<ProbeResult> tcp(ProbeAction.Tcp action) {
        PlainConnection connection = opened(PlainConnection.open());
        return resolved(action.host(), action.port())
                .thenCompose(connection::connect)
                .thenApply(connected -> ProbeResult.SUCCESS);
    }

    /** Gets. The stage fails where there is no answer. */
    CompletionStage<ProbeResult> http(ProbeAction.Http action) {
        HttpTarget first = HttpTarget.of(action);
        return follow(first, first, 0);
    }

    private CompletionStage<ProbeResult> follow(HttpTarget first, HttpTarget target, int redirections) {
        return ask(target).thenCompose(answer -> {
            if (!answer.redirects()) {
                return CompletableFuture.completedFuture(judge(answer));
            }
            HttpTarget next = target.redirected(answer.location());
            if (!next.host().equals(first.host())) {
                return CompletableFuture.completedFuture(judge(answer));
            }
            if (redirections + 1 >= MAX_REDIRECTIONS) {
                throw new ProbeFailure("stopped after " + MAX_REDIRECTIONS + " redirects");
            }
            return follow(first, next, redirections + 1);
        });
    }

    static ProbeResult judge(HttpAnswer answer) {
        if (answer.status() < FIRST_SUCCESS || answer.status() >= FIRST_FAILURE) {
            return ProbeResult.failure("HTTP probe failed with statuscode: " + answer.status());
        }
        return answer.status() < FIRST_REDIRECTION
                ? ProbeResult.SUCCESS
                : ProbeResult.warning("Probe terminated redirects, Response body: " + answer.body());
    }

    private CompletionStage<HttpAnswer> ask(HttpTarget target) {
        CompletionStage<InetSocketAddress> address = resolved(target.host(), target.port());
        if (target.isTls()) {
            TlsConnection connection = opened(new TlsConnection());
            return address.thenApplyAsync(known -> askTls(connection, known, target), blocking);
        }
        PlainConnection connection = opened(PlainConnection.open());
        return address.thenCompose(connection::connect).thenCompose(connected -> connection.ask(target.request()));
    }

    private HttpAnswer askTls(TlsConnection connection, InetSocketAddress address, HttpTarget target) {
        try {
            return connection.ask(address, target, limit);
        } catch (IOException e) {
            throw new ProbeFailure(
                    "connect to " + target.host() + ":" + target.port() + ": " + NetworkProber.message(e));
        }
    }

    private CompletionStage<InetSocketAddress> resolved(String host, int port) {
        boolean isAddress = host.indexOf(':') >= 0 || host.matches("[0-9.]+");
        return isAddress
                ? CompletableFuture.completedFuture(known(host, port))
                : CompletableFuture.supplyAsync(() -> known(host, port), blocking);
    }

    private static InetSocketAddress known(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new ProbeFailure("unknown host " + host);
        }
        return address;
    }

    private synchronized <C extends AutoCloseable> C opened(C connection) {
        closeOpen();
        open = connection;
        if (closed) {
            closeOpen();
        }
        return connection;
    }

    /** Ends what is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        closeOpen();
    }

    private void closeOpen() {
        AutoCloseable last = open;
        open = null;
        if (last != null) {
            try {
                last.close();
            } catch (Exception e) {
                throw new IllegalStateException("a probe's connection can't be closed", e);
            }
        }
    }
}
