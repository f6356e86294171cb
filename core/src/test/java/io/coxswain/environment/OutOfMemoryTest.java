package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That the heap ran out in a step or a task reaches those who want to know. */
class OutOfMemoryTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static void failOn(Executor executor) {
        executor.execute(() -> {
            throw new OutOfMemoryError("as if");
        });
    }

    private static String heardFrom(Executor executor) {
        CompletableFuture<String> heard = new CompletableFuture<>();
        Cancellable failing = OutOfMemory.whenNoticed(error -> {
            throw new OutOfMemoryError("again");
        });
        Cancellable listener = OutOfMemory.whenNoticed(error -> heard.complete(error.getMessage()));
        try {
            failOn(executor);
            return Environment.system().await(heard, LIMIT);
        } finally {
            listener.cancel();
            failing.cancel();
        }
    }

    @Test
    void errorOfAStepReachesEveryListener() {
        assertEquals("as if", heardFrom(Environment.system().serial("greedy")));
    }

    @Test
    void errorOfATaskReachesEveryListener() {
        assertEquals("as if", heardFrom(Environment.system().workers("greedy", 1)));
    }

    @Test
    void otherFailuresAreNobodysAndWhoIsCancelledHearsNothing() {
        AtomicInteger heard = new AtomicInteger();
        Cancellable listener = OutOfMemory.whenNoticed(error -> heard.incrementAndGet());
        OutOfMemory.noticeIn(new IllegalStateException("no"));
        OutOfMemory.noticeIn(new OutOfMemoryError("one"));
        listener.cancel();
        OutOfMemory.noticeIn(new OutOfMemoryError("two"));
        assertEquals(1, heard.get());
    }
}
