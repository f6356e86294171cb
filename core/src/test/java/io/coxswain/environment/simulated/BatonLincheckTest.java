package io.coxswain.environment.simulated;

import io.coxswain.conformance.Interleavings;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two threads that hand the baton to each other, in all schedules: what is next happens only when the thread that is to run has gone on. Run by
 * {@code mvn -pl core -am test -Dtest=BatonLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class BatonLincheckTest {

    @Test
    void oneThreadRuns() {
        Interleavings.theseAreRight(Real.class, 100, "drive | work");
    }

    @Test
    void whoGoesOnBeforeItHasTheBatonRunsBesideTheOther() {
        Interleavings.oneIsWrong(ResumesFirst.class, 1_000, "drive | work");
    }

    public static class Real extends TwoThreads {
        @Override
        Baton baton() {
            return new Baton(this);
        }
    }

    public static class ResumesFirst extends TwoThreads {
        @Override
        Baton baton() {
            return new Baton(this) {
                @Override
                void passTo(Waiter waiter) {
                    waiter.setResumed();
                    super.passTo(waiter);
                }
            };
        }
    }

    /** The test's thread and that of a task: the baton goes to the task, back, to the task, and back for good. */
    public abstract static class TwoThreads implements Baton.Schedule {
        private final Baton baton = baton();
        private final AtomicReference<@Nullable Waiter> task = new AtomicReference<>();
        private final Waiter[] turns = new Waiter[4];

        private int turn;
        private boolean over;
        private volatile @Nullable String violation;

        abstract Baton baton();

        @Operation(nonParallelGroup = "test")
        public void drive() {
            Waiter first = waiter();
            Waiter taken = task.getAndSet(first);
            boolean begins = !over && taken != null;
            over = true;
            if (!begins) {
                return; // nobody to hand the baton to
            }
            turns[0] = taken;
            turns[1] = first;
            turns[3] = waiter();
            baton.take(null);
            baton.waitFor(first);
            baton.waitFor(turns[3]);
            check(turn == turns.length, "the test went on before the task was at its end");
            baton.release();
        }

        @Operation(nonParallelGroup = "task")
        public void work() {
            Waiter first = waiter();
            if (task.compareAndSet(null, first)) {
                baton.park(first);
                turns[2] = waiter();
                baton.waitFor(turns[2]);
                next().perform();
            }
        }

        private Waiter waiter() {
            return new Waiter(Context.ofTest(), baton, 0);
        }

        @Override
        public SimulatedAction next() {
            check(baton.isHeld(), "a thread without the baton made something happen");
            check(
                    turn == 0 || turns[turn - 1].isResumed(),
                    "something happened before the thread whose turn it was went on");
            return turns[turn++];
        }

        @Override
        public boolean mayBegin(Waiter mine) {
            return false;
        }

        private void check(boolean holds, String otherwise) {
            if (!holds) {
                violation = otherwise;
            }
        }

        @Validate
        public void oneThreadRan() {
            String wrong = violation;
            if (wrong != null) {
                Interleavings.violated(wrong);
            }
        }
    }
}
