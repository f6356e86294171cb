package io.coxswain.queue;

import io.coxswain.conformance.Interleavings;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * A worker that leaves when it finds nothing, and comes back if it is told then that there is something, in all schedules: no key stays without a worker. Run by
 * {@code mvn -pl reconcile -am test -Dtest=LeavingWorkerLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class LeavingWorkerLincheckTest {
    private static final String[] SCENARIOS = {"add | add", "add add | addLow", "addLow | add | add"};

    @Test
    void noKeyStays() {
        Interleavings.theseAreRight(LooksAgain.class, 250, SCENARIOS);
    }

    @Test
    void twinThatDoesNotLookAgainLeavesAKeyBehind() {
        Interleavings.oneIsWrong(Leaves.class, SCENARIOS);
    }

    public static class LooksAgain extends OneWorker {
        @Override
        boolean comesBack(ReadyKeys<Integer> keys) {
            return keys.hasReady();
        }
    }

    public static class Leaves extends OneWorker {
        @Override
        boolean comesBack(ReadyKeys<Integer> keys) {
            return false;
        }
    }

    /** Whoever finds no worker at work becomes the one. */
    public abstract static class OneWorker {
        private final AtomicBoolean working = new AtomicBoolean();
        private final ReadyKeys<Integer> keys = new ReadyKeys<>(() -> 0, 1, () -> {});

        abstract boolean comesBack(ReadyKeys<Integer> keys);

        @Operation
        public void add() {
            add(1, Priority.NORMAL);
        }

        @Operation
        public void addLow() {
            add(2, Priority.LOW);
        }

        private void add(int key, Priority priority) {
            keys.add(key, priority, 0);
            if (working.compareAndSet(false, true)) {
                work();
            }
        }

        private void work() {
            do {
                for (Integer key = keys.tryTake(); key != null; key = keys.tryTake()) {
                    keys.done(key);
                }
                working.set(false);
            } while (comesBack(keys) && working.compareAndSet(false, true));
        }

        @Validate
        public void nothingWasLost() {
            if (keys.tryTake() != null) {
                Interleavings.violated("a key without a worker");
            }
        }
    }
}
