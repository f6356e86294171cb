package io.coxswain.node.runtime.process;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerStartException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets on which workers say that they are ready, stop, live, and how they are: the datagrams of {@code sd_notify(3)}. One {@link NotifyHelper} hears all of them; it is started with the first socket,
 * and again with all sockets if somebody kills it. One thread of the environment reads what it hears, as long as there is a helper.
 *
 * <p>State is guarded by this object's lock; listeners are called without it.
 */
final class NotifySockets {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySockets.class);
    private static final Duration RESTART_PAUSE = Duration.ofMillis(100);

    /** A helper that hasn't bound a socket by then never will. */
    private static final Duration BIND_LIMIT = Duration.ofSeconds(10);

    /** {@code sun_path} has 104 bytes on macOS and 108 on Linux, with a zero at the end. */
    private static final int MAX_PATH_BYTES = 103;

    private final Environment environment;
    private final Executor serial;
    private final @Nullable NotifyHelper program;
    private final Map<Long, Socket> sockets = new LinkedHashMap<>();
    private @Nullable Path folder;
    private @Nullable Process helper;
    private long given;
    private boolean closed;

    /** A socket of one worker. */
    private record Socket(Path path, WorkerListener listener, CompletableFuture<Path> bound) {}

    /** @param program hears the datagrams; {@code null} where this machine has none */
    NotifySockets(Environment environment, @Nullable NotifyHelper program) {
        this.environment = environment;
        serial = environment.serial("sd_notify");
        this.program = program;
    }

    /**
     * Opens a socket.
     *
     * @param subject for messages
     * @return its number, when workers can write to it; fails with {@link WorkerStartException}
     */
    synchronized CompletionStage<Long> open(String subject, WorkerListener listener) {
        NotifyHelper known = program;
        if (known == null) {
            return CompletableFuture.failedFuture(
                    WorkerStartException.misconfigured(
                            subject
                                    + ": annotation coxswain.io/notify: needs perl or python3 on the PATH, since Java has no such sockets: install one, or use a readinessProbe"));
        }
        try {
            if (closed) {
                throw new IOException("the process runtime is closed");
            }
            long number = ++given;
            Path path = folder().resolve(number + ".sock");
            if (path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
                throw new IOException("path " + path + " is longer than " + MAX_PATH_BYTES + " bytes");
            }
            Socket socket = new Socket(path, listener, new CompletableFuture<>());
            Process current = running(known);
            sockets.put(number, socket);
            tell(current, "add " + number + " " + path);
            environment.schedule(BIND_LIMIT, serial, () -> giveUp(number, "it wasn't bound in time"));
            return socket.bound.thenApply(bound -> number);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    WorkerStartException.refused(subject + ": no socket for sd_notify: " + e.getMessage(), e));
        }
    }

    private Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory("coxswain-");
            folder = known;
        }
        return known;
    }

    private Process running(NotifyHelper known) throws IOException {
        Process current = helper;
        if (current != null && current.isAlive()) {
            return current;
        }
        Files.createDirectories(folder());
        Process fresh = known.start(folder());
        helper = fresh;
        environment.blocking("sd_notify", 1).execute(() -> read(fresh));
        for (Map.Entry<Long, Socket> socket : sockets.entrySet()) {
            tell(fresh, "add " + socket.getKey() + " " + socket.getValue().path);
        }
        return fresh;
    }

    /** Nobody waits any longer for a socket that isn't bound. */
    private void giveUp(long number, String why) {
        Socket socket = find(number);
        if (socket != null
                && socket.bound.completeExceptionally(WorkerStartException.refused(
                        "no socket for sd_notify: " + why, new IllegalStateException(why)))) {
            close(number);
        }
    }

    private static void tell(Process helper, String line) throws IOException {
        helper.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        helper.getOutputStream().flush();
    }

    private void read(Process from) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("Notifications can't be read");
        }
        ended(from);
    }

    private void heard(String line) {
        int space = line.indexOf(' ');
        Socket socket = space > 0 ? find(Long.parseLong(line.substring(0, space))) : null;
        if (socket != null) {
            String message = line.substring(space + 1);
            if (message.equals("+")) {
                socket.bound.complete(socket.path);
            } else {
                tell(socket.listener, message);
            }
        }
    }

    private synchronized @Nullable Socket find(long number) {
        return sockets.get(number);
    }

    /** What other messages mean is between a service and systemd alone. */
    private static void tell(WorkerListener listener, String message) {
        if (message.equals("READY=1")) {
            listener.readiness(Readiness.READY);
        } else if (message.equals("STOPPING=1") || message.equals("RELOADING=1")) {
            listener.readiness(Readiness.NOT_READY);
        } else if (message.equals("WATCHDOG=1")) {
            listener.alive();
        } else if (message.startsWith("STATUS=")) {
            listener.status(message.substring("STATUS=".length()));
        }
    }

    private synchronized void ended(Process gone) {
        if (closed || helper != gone) {
            return;
        }
        LOG.atWarn().addKeyValue("sockets", sockets.size()).log("The helper that hears notifications has ended");
        for (long number : List.copyOf(sockets.keySet())) {
            giveUp(number, "the helper has ended");
        }
        environment.schedule(RESTART_PAUSE, serial, this::again);
    }

    private synchronized void again() {
        NotifyHelper known = program;
        if (closed || known == null || sockets.isEmpty()) {
            return;
        }
        try {
            running(known);
        } catch (IOException e) {
            LOG.atError().setCause(e).log("Workers can't be heard");
        }
    }

    /** Where a socket is, for {@code NOTIFY_SOCKET}. */
    synchronized Path path(long number) {
        Socket socket = sockets.get(number);
        if (socket == null) {
            throw new IllegalArgumentException("no notify socket " + number);
        }
        return socket.path;
    }

    /** The worker is gone. */
    synchronized void close(long number) {
        Process current = helper;
        if (sockets.remove(number) != null && current != null && !closed) {
            try {
                tell(current, "del " + number);
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("The helper has gone, and its sockets with it");
            }
        }
    }

    /** Ends the helper, which removes the sockets. */
    synchronized void close() {
        closed = true;
        Process current = helper;
        List<Socket> left = List.copyOf(sockets.values());
        sockets.clear();
        left.forEach(socket -> socket.bound.completeExceptionally(WorkerStartException.refused(
                "no socket for sd_notify", new IllegalStateException("the process runtime is closed"))));
        if (current != null) {
            try {
                current.getOutputStream().close();
            } catch (IOException e) {
                throw new UncheckedIOException("the helper that hears notifications can't be ended", e);
            }
        }
    }
}
