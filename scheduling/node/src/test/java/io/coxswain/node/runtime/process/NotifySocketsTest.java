package io.coxswain.node.runtime.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With real datagrams, sent by the program that also hears them. */
class NotifySocketsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Environment ENVIRONMENT = Environment.system();

    @ParameterizedTest
    @EnumSource
    void whatAWorkerSaysIsHeard(NotifyHelper helper) throws IOException {
        Assumptions.assumeTrue(helper.isOn(System.getenv("PATH")), () -> helper + " isn't on the PATH");
        NotifySockets sockets = new NotifySockets(ENVIRONMENT, helper);
        Heard one = new Heard();
        Heard other = new Heard();
        long first = ENVIRONMENT.await(sockets.open("container a", one), LIMIT);
        long second = ENVIRONMENT.await(sockets.open("container b", other), LIMIT);
        Path folder = sockets.path(first).getParent();
        assertEquals(2, files(folder));

        send(helper, sockets.path(first), "STATUS=warming up");
        send(helper, sockets.path(first), "MAINPID=7\nREADY=1\nWATCHDOG=1");
        send(helper, sockets.path(second), "READY=1");
        send(helper, sockets.path(second), "STOPPING=1");
        assertEquals(List.of("status warming up", "READY", "alive"), one.await(3));
        assertEquals(List.of("READY", "NOT_READY"), other.await(2));

        kill(folder);
        sockets.close(second); // whose helper can't remove its socket any more
        eventuallyBound(helper, sockets.path(first), one);
        sockets.close();
        awaitGone(folder);
    }

    /** Until the next helper has bound it again, sending fails. */
    private static void eventuallyBound(NotifyHelper helper, Path socket, Heard heard) throws IOException {
        for (int i = 0; i < 1_000 && !trySend(helper, socket, "STATUS=again"); i++) {}
        assertEquals("status again", heard.await(4).get(3));
    }

    private static void kill(Path folder) {
        ProcessHandle found = ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .filter(line -> line.length > 0 && line[line.length - 1].equals(folder.toString()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        found.destroyForcibly();
        ENVIRONMENT.await(found.onExit(), LIMIT);
    }

    private static void awaitGone(Path folder) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        look(folder, gone);
        ENVIRONMENT.await(gone, LIMIT);
    }

    private static void look(Path folder, CompletableFuture<Void> gone) {
        ENVIRONMENT.schedule(Duration.ofMillis(5), ENVIRONMENT.workers("look", 1), () -> {
            if (Files.exists(folder)) {
                look(folder, gone);
            } else {
                gone.complete(null);
            }
        });
    }

    private static long files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void withoutHelperTheReasonIsTold() {
        NotifySockets sockets = new NotifySockets(ENVIRONMENT, null);
        WorkerStartException refused = assertThrows(
                WorkerStartException.class,
                () -> ENVIRONMENT.await(sockets.open("container a", WorkerListener.NONE), LIMIT));
        assertTrue(refused.getMessage().contains("needs perl or python3 on the PATH"), refused::getMessage);
        assertEquals("CreateContainerConfigError", refused.reason());
    }

    @Test
    void closedSocketsOpenNoMore() {
        NotifySockets sockets = new NotifySockets(ENVIRONMENT, NotifyHelper.PERL);
        sockets.close();
        assertThrows(
                WorkerStartException.class,
                () -> ENVIRONMENT.await(sockets.open("container a", WorkerListener.NONE), LIMIT));
        assertFalse(NotifyHelper.PERL.isOn(""));
    }

    private static void send(NotifyHelper helper, Path socket, String message) throws IOException {
        assertTrue(trySend(helper, socket, message), "not sent");
    }

    private static boolean trySend(NotifyHelper helper, Path socket, String message) throws IOException {
        List<String> command = helper == NotifyHelper.PERL
                ? List.of(
                        "perl",
                        "-MSocket",
                        "-e",
                        "socket(my $s, PF_UNIX, SOCK_DGRAM, 0); send($s, $ARGV[1], 0, pack_sockaddr_un($ARGV[0])) or exit 1",
                        socket.toString(),
                        message)
                : List.of(
                        "python3",
                        "-c",
                        "import socket, sys; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(sys.argv[2].encode(), sys.argv[1])",
                        socket.toString(),
                        message);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return ENVIRONMENT.await(process.onExit(), LIMIT).exitValue() == 0;
    }

    /** Keeps what it is told. */
    private static final class Heard implements WorkerListener {
        private final List<String> words = new ArrayList<>();
        private CompletableFuture<Void> more = new CompletableFuture<>();

        @Override
        public void readiness(Readiness readiness) {
            add(readiness.name());
        }

        @Override
        public void status(String text) {
            add("status " + text);
        }

        @Override
        public void alive() {
            add("alive");
        }

        private synchronized void add(String word) {
            words.add(word);
            more.complete(null);
            more = new CompletableFuture<>();
        }

        private synchronized CompletableFuture<Void> unless(int count) {
            return words.size() >= count ? CompletableFuture.completedFuture(null) : more;
        }

        List<String> await(int count) {
            for (CompletableFuture<Void> next = unless(count); !next.isDone(); next = unless(count)) {
                ENVIRONMENT.await(next, LIMIT);
            }
            synchronized (this) {
                return List.copyOf(words);
            }
        }
    }
}
