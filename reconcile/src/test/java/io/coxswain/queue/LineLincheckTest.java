package io.coxswain.queue;

import io.coxswain.conformance.Interleavings;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * A line in all schedules: what was offered is polled once, and what one thread offers comes in its order. Run by
 * {@code mvn -pl reconcile -am test -Dtest=LineLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class LineLincheckTest {
    private static final String[] SCENARIOS = {
        "offer offer | poll poll", "offer | offer | poll poll", "offer | poll | poll", "offer poll | offer poll"
    };

    @Test
    void whatIsOfferedIsPolledOnceAndInOrder() {
        Interleavings.theseAreRight(Real.class, 250, SCENARIOS);
    }

    @Test
    void twinThatFillsASlotWithoutLookingLosesSome() {
        Interleavings.oneIsWrong(Overwrites.class, SCENARIOS);
    }

    public static class Real extends Offered {
        public Real() {
            super(new Line<>());
        }
    }

    /** Takes no notice of a poll that came first. */
    public static class Overwrites extends Offered {
        public Overwrites() {
            super(new Line<>() {
                @Override
                boolean fill(Object[] slots, int slot, Integer element) {
                    slots[slot] = element;
                    return true;
                }
            });
        }
    }

    /** Elements are numbers that grow. */
    public abstract static class Offered {
        private static final int MOST = 8;

        private final Line<Integer> line;
        private final AtomicInteger offered = new AtomicInteger();
        private final AtomicIntegerArray polled = new AtomicIntegerArray(MOST);

        Offered(Line<Integer> line) {
            this.line = line;
        }

        @Operation
        public void offer() {
            line.offer(offered.getAndIncrement());
        }

        @Operation
        public void poll() {
            Integer element = line.poll();
            if (element != null && polled.incrementAndGet(element) > 1) {
                Interleavings.violated(element + " was polled twice");
            }
        }

        @Validate
        public void nothingWasLost() {
            for (int i = 0; i < MOST; i++) {
                poll();
            }
            for (int i = 0; i < offered.get(); i++) {
                if (polled.get(i) == 0) {
                    Interleavings.violated(i + " was lost");
                }
            }
            if (!line.isEmpty()) {
                Interleavings.violated("empty, and doesn't say so");
            }
        }
    }
}
