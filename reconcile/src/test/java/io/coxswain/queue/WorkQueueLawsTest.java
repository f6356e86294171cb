package io.coxswain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.environment.simulated.SimulatedEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The queue against a plain model with client-go's three collections. */
class WorkQueueLawsTest {

    enum Op {
        ADD,
        TAKE,
        DONE,
        ADD_AFTER,
        ADVANCE,
        SHUT_DOWN
    }

    record Step(Op op, String key, int millis) {}

    @Property(tries = 500, seed = "42")
    void queueAgreesWithModel(@ForAll("histories") List<Step> history) {
        try (SimulatedEnvironment environment = SimulatedEnvironment.seeded(7)) {
            WorkQueue<String> queue = WorkQueue.create("laws", environment, RateLimiter.standard(), () -> {});
            Model model = new Model();
            for (Step step : history) {
                assertEquals(model.apply(step), apply(step, queue, environment), () -> step + " in " + history);
                environment.run();
                assertEquals(model.queue.size(), queue.depth(), () -> "depth after " + step + " in " + history);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Op> ops = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, Op.ADD),
                net.jqwik.api.Tuple.of(6, Op.TAKE),
                net.jqwik.api.Tuple.of(6, Op.DONE),
                net.jqwik.api.Tuple.of(4, Op.ADD_AFTER),
                net.jqwik.api.Tuple.of(4, Op.ADVANCE),
                net.jqwik.api.Tuple.of(1, Op.SHUT_DOWN));
        Arbitrary<String> keys = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<Integer> millis = Arbitraries.integers().between(-1, 20);
        return Combinators.combine(ops, keys, millis).as(Step::new).list().ofMaxSize(60);
    }

    private static @Nullable String apply(Step step, WorkQueue<String> queue, SimulatedEnvironment environment) {
        switch (step.op) {
            case ADD -> queue.add(step.key);
            case TAKE -> {
                return queue.tryTake();
            }
            case DONE -> queue.done(step.key);
            case ADD_AFTER -> queue.addAfter(step.key, Duration.ofMillis(step.millis));
            case ADVANCE -> environment.advance(Duration.ofMillis(Math.max(0, step.millis)));
            case SHUT_DOWN -> queue.shutDown();
        }
        return null;
    }

    private static final class Model {
        private final List<String> queue = new ArrayList<>();
        private final Set<String> dirty = new LinkedHashSet<>();
        private final Set<String> processing = new LinkedHashSet<>();
        private final Map<String, long[]> delayed = new TreeMap<>();
        private boolean shuttingDown;
        private long now;
        private long marks;

        @Nullable
        String apply(Step step) {
            switch (step.op) {
                case ADD -> add(step.key);
                case TAKE -> {
                    return take();
                }
                case DONE -> done(step.key);
                case ADD_AFTER -> addAfter(step.key, step.millis);
                case ADVANCE -> advance(Math.max(0, step.millis));
                case SHUT_DOWN -> {
                    shuttingDown = true;
                    delayed.clear();
                }
            }
            return null;
        }

        private void add(String key) {
            if (!shuttingDown && dirty.add(key) && !processing.contains(key)) {
                queue.add(key);
            }
        }

        private @Nullable String take() {
            if (queue.isEmpty()) {
                return null;
            }
            String key = queue.remove(0);
            dirty.remove(key);
            processing.add(key);
            return key;
        }

        private void done(String key) {
            if (processing.remove(key) && dirty.contains(key)) {
                queue.add(key);
            }
        }

        private void addAfter(String key, int millis) {
            if (millis <= 0) {
                add(key);
            } else if (!shuttingDown) {
                long[] old = delayed.get(key);
                if (old == null || now + millis < old[0]) {
                    delayed.put(key, new long[] {now + millis, marks++});
                }
            }
        }

        private void advance(int millis) {
            now += millis;
            List<Map.Entry<String, long[]>> due = new ArrayList<>(delayed.entrySet());
            due.removeIf(entry -> entry.getValue()[0] > now);
            due.sort((one, other) -> one.getValue()[0] != other.getValue()[0]
                    ? Long.compare(one.getValue()[0], other.getValue()[0])
                    : Long.compare(one.getValue()[1], other.getValue()[1]));
            due.forEach(entry -> {
                delayed.remove(entry.getKey());
                add(entry.getKey());
            });
        }
    }
}
