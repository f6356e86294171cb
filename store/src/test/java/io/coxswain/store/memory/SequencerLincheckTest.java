package io.coxswain.store.memory;

import io.coxswain.conformance.Interleavings;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Every submission is run once, none beside another, without anybody coming back for it. Run by
 * {@code mvn -pl store -am test -Dtest=SequencerLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SequencerLincheckTest {

    @Test
    void everySubmissionIsRun() {
        Interleavings.allAreRight(Real.class, 10, "submit | submit", "submit submit | submit");
    }

    @Test
    void twinThatLooksBeforeItGivesTheBatonBackLeavesSome() {
        Interleavings.oneIsWrong(LooksFirst.class, "submit | submit");
    }

    @Test
    void twinThatTakesTheBatonWithoutAskingRunsTwoAtOnce() {
        Interleavings.oneIsWrong(TakesWithoutAsking.class, 1_500, "submit | submit");
    }

    /** What each subject counts. */
    public abstract static class Counted {
        private final AtomicInteger submitted = new AtomicInteger();
        private volatile int run;
        private volatile boolean inside;

        final void count() {
            if (inside) {
                Interleavings.violated("two at once");
            }
            inside = true;
            int before = run;
            run = before + 1;
            inside = false;
        }

        @Operation
        public void submit() {
            submitted.incrementAndGet();
            offer();
        }

        abstract void offer();

        @Validate
        public void everySubmissionWasRun() {
            if (run != submitted.get()) {
                Interleavings.violated("of " + submitted.get() + " were run " + run);
            }
        }
    }

    /** The sequencer with an engine that has nothing to publish. */
    public static class Real extends Counted {
        private final HandEnvironment environment = new HandEnvironment();
        private final Sequencer sequencer = new Sequencer(
                new Engine(environment, 1, Duration.ofHours(1), 1, 0, List.of()), environment.serial, null);

        @Override
        void offer() {
            sequencer.submit(new Step(engine -> count()));
        }
    }

    /** The baton's rules alone. */
    abstract static class Combining extends Counted {
        final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
        final AtomicBoolean baton = new AtomicBoolean();

        final void runAll() {
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                next.run();
            }
        }
    }

    public static class LooksFirst extends Combining {
        @Override
        void offer() {
            queue.add(this::count);
            if (!queue.isEmpty() && baton.compareAndSet(false, true)) {
                runAll();
                baton.set(false);
            }
        }
    }

    public static class TakesWithoutAsking extends Combining {
        @Override
        void offer() {
            queue.add(this::count);
            if (!baton.get()) {
                baton.set(true);
                runAll();
                baton.set(false);
            }
        }
    }
}
