package io.coxswain.queue;

import io.coxswain.conformance.Interleavings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One key, added and worked on in all schedules: never two workers on it, no accepted add without a run that sees what was done before it, nothing after the queue said that it is drained. Run by
 * {@code mvn -pl reconcile -am test -Dtest=ReadyKeysLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReadyKeysLincheckTest {

    @Test
    void noAddIsLostAndNoKeyIsTakenTwice() {
        Interleavings.theseAreRight(
                Real.class,
                250,
                "add add | work work",
                "add | add | work work",
                "addLow add | work work",
                "addLow | add | work",
                "addLow work | add work",
                "add | work | shutDown",
                "add | add | shutDown");
    }

    @Test
    void twinThatEndsARunWithoutLookingLosesAnAdd() {
        Interleavings.oneIsWrong(EndsBlindly.class, "add work | add");
    }

    @Test
    void twinThatTakesAKeyWithoutLookingRunsItTwice() {
        Interleavings.oneIsWrong(TakesBlindly.class, "addLow work | add work");
    }

    public static class Real extends Worked {
        @Override
        Entry<String> entry() {
            return new Entry<>(KEY, 0);
        }
    }

    /** A transition that doesn't care from which state. */
    private static class Blind extends Entry<String> {
        private final int phase;

        Blind(int phase) {
            super(Worked.KEY, 0);
            this.phase = phase;
        }

        @Override
        boolean casState(int expected, int next) {
            return super.casState(phase(next) == phase ? state() : expected, next);
        }
    }

    public static class EndsBlindly extends Worked {
        @Override
        Entry<String> entry() {
            return new Blind(Entry.GONE);
        }
    }

    public static class TakesBlindly extends Worked {
        @Override
        Entry<String> entry() {
            return new Blind(Entry.PROCESSING);
        }
    }

    /** Adders make something newer, then add; workers look what is newest. */
    public abstract static class Worked {
        static final String KEY = "a";
        private static final int MOST_RUNS = 4;

        private final AtomicInteger newest = new AtomicInteger();
        private final AtomicInteger accepted = new AtomicInteger();
        private final AtomicInteger seen = new AtomicInteger();
        private final AtomicInteger working = new AtomicInteger();
        private volatile @Nullable CompletableFuture<Void> drained;
        private final ReadyKeys<String> keys = new ReadyKeys<>(() -> 0, 1, () -> {}) {
            @Override
            Entry<String> newEntry(String key) {
                return entry();
            }
        };

        abstract Entry<String> entry();

        @Operation
        public void add() {
            add(Priority.NORMAL);
        }

        @Operation
        public void addLow() {
            add(Priority.LOW);
        }

        private void add(Priority priority) {
            int mine = newest.incrementAndGet();
            if (keys.add(KEY, priority, 0)) {
                accepted.accumulateAndGet(mine, Math::max);
            }
        }

        @Operation
        public void work() {
            if (keys.tryTake() == null) {
                return;
            }
            if (working.incrementAndGet() > 1) {
                Interleavings.violated("two workers on one key");
            }
            CompletableFuture<Void> said = drained;
            if (said != null && said.isDone()) {
                Interleavings.violated("a key after the queue was drained");
            }
            seen.accumulateAndGet(newest.get(), Math::max);
            working.decrementAndGet();
            keys.done(KEY);
        }

        @Operation
        public void shutDown() {
            drained = keys.shutDown().toCompletableFuture();
        }

        @Validate
        public void nothingWasLost() {
            for (int i = 0; i < MOST_RUNS; i++) {
                work();
            }
            if (seen.get() < accepted.get()) {
                Interleavings.violated("add " + accepted + " was lost, the last run saw " + seen);
            }
            CompletableFuture<Void> said = drained;
            if (said != null && !said.isDone()) {
                Interleavings.violated("never drained");
            }
        }
    }
}
