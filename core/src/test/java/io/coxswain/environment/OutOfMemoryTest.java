package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the heap ran out in a step or a task reaches those who want to know. */
class OutOfMemoryTest {
    private static final OutOfMemoryError ERROR = new OutOfMemoryError("as if");

    enum Place {
        STEP {
            @Override
            Executor open() {
                return Environment.system().serial("greedy");
            }
        },
        TASK {
            @Override
            Executor open() {
                return Environment.system().workers("greedy", 1);
            }
        };

        abstract Executor open();
    }

    @ParameterizedTest
    @EnumSource
    void errorReachesEveryListenerOnceAndOthersGoOn(Place place) {
        List<Throwable> heard = new ArrayList<>();
        CompletableFuture<Throwable> noticed = new CompletableFuture<>();
        Cancellable failing = OutOfMemory.whenNoticed(error -> {
            throw new OutOfMemoryError("again");
        });
        Cancellable listener = OutOfMemory.whenNoticed(error -> {
            heard.add(error);
            noticed.complete(error);
        });
        try {
            Executor executor = place.open();
            executor.execute(() -> {
                throw ERROR;
            });
            assertSame(ERROR, Environment.system().await(noticed, Duration.ofSeconds(30)));
            CompletableFuture<Boolean> after = new CompletableFuture<>();
            executor.execute(() -> after.complete(true));
            Environment.system().await(after, Duration.ofSeconds(30));
        } finally {
            listener.cancel();
            failing.cancel();
        }
        OutOfMemory.noticeIn(ERROR);
        OutOfMemory.noticeIn(new IllegalStateException());
        assertEquals(List.of(ERROR), heard);
    }
}
