package io.coxswain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.environment.simulated.SimulatedEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * The queue against a plain model: client-go's three collections, with a line per priority. Which line is next is not the model's to say, but it says what is never right: somebody who isn't the
 * first of the line, a low key before a normal one out of turn, and a low key that waits for too many.
 */
class WorkQueueLawsTest {

    enum Op {
        ADD,
        ADD_LOW,
        TAKE,
        DONE,
        ADD_AFTER,
        ADVANCE,
        SHUT_DOWN
    }

    record Step(Op op, String key, int millis) {}

    @Property(tries = 500, seed = "42")
    void queueAgreesWithModel(@ForAll("histories") List<Step> history) {
        agrees(history);
    }

    /** Enough keys that a low one could starve. */
    @Property(tries = 200, seed = "42")
    void lowKeysAreOvertakenByFew(@ForAll("busyHistories") List<Step> history) {
        agrees(history);
    }

    private static void agrees(List<Step> history) {
        try (SimulatedEnvironment environment = SimulatedEnvironment.seeded(7)) {
            WorkQueue<String> queue = WorkQueue.create("laws", environment, RateLimiter.standard(), () -> {});
            Model model = new Model();
            for (Step step : history) {
                assertEquals("", model.apply(step, apply(step, queue, environment)), () -> step + " in " + history);
                environment.run();
                assertEquals(model.depth(), queue.depth(), () -> "depth after " + step + " in " + history);
                assertEquals(
                        model.ahead(step.key),
                        queue.progress(step.key).ahead(),
                        () -> "keys before it after " + step + " in " + history);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return histories(Arbitraries.of("a", "b", "c", "d"), 1, 60);
    }

    @Provide
    Arbitrary<List<Step>> busyHistories() {
        return histories(Arbitraries.integers().between(1, 30).map(n -> "k" + n), 0, 200);
    }

    private static Arbitrary<List<Step>> histories(Arbitrary<String> keys, int shutDowns, int most) {
        Arbitrary<Op> ops = Arbitraries.frequency(
                Tuple.of(8, Op.ADD),
                Tuple.of(4, Op.ADD_LOW),
                Tuple.of(8, Op.TAKE),
                Tuple.of(6, Op.DONE),
                Tuple.of(4, Op.ADD_AFTER),
                Tuple.of(4, Op.ADVANCE),
                Tuple.of(shutDowns, Op.SHUT_DOWN));
        Arbitrary<Integer> millis = Arbitraries.integers().between(-1, 20);
        return Combinators.combine(ops, keys, millis).as(Step::new).list().ofMaxSize(most);
    }

    private static @Nullable String apply(Step step, WorkQueue<String> queue, SimulatedEnvironment environment) {
        switch (step.op) {
            case ADD -> queue.add(step.key);
            case ADD_LOW -> queue.add(step.key, Priority.LOW, 0);
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
        private final List<String> normal = new ArrayList<>();
        private final List<String> low = new ArrayList<>();
        private final Map<String, Priority> dirty = new LinkedHashMap<>();
        private final Set<String> processing = new LinkedHashSet<>();
        private final Map<String, long[]> delayed = new LinkedHashMap<>();
        private boolean shuttingDown;
        private long now;
        private long marks;
        private int normalSinceLow;
        private int overtakenHead;

        int depth() {
            return normal.size() + low.size();
        }

        OptionalInt ahead(String key) {
            int index = Math.max(normal.indexOf(key), low.indexOf(key));
            return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
        }

        /** What is wrong with what the queue did. */
        String apply(Step step, @Nullable String taken) {
            switch (step.op) {
                case ADD -> add(step.key, Priority.NORMAL);
                case ADD_LOW -> add(step.key, Priority.LOW);
                case TAKE -> {
                    return take(taken);
                }
                case DONE -> done(step.key);
                case ADD_AFTER -> addAfter(step.key, step.millis);
                case ADVANCE -> advance(Math.max(0, step.millis));
                case SHUT_DOWN -> {
                    shuttingDown = true;
                    delayed.clear();
                }
            }
            return "";
        }

        private void add(String key, Priority priority) {
            if (shuttingDown) {
                return;
            }
            Priority before = dirty.get(key);
            if (before == null || before.compareTo(priority) < 0) {
                dirty.put(key, priority);
            }
            if (processing.contains(key)) {
                return;
            }
            if (before == null) {
                line(priority).add(key);
            } else if (before.compareTo(priority) < 0) {
                leaveLow(key);
                normal.add(key);
            }
        }

        private List<String> line(Priority priority) {
            return priority == Priority.LOW ? low : normal;
        }

        private void leaveLow(String key) {
            if (low.indexOf(key) == 0) {
                overtakenHead = 0;
            }
            low.remove(key);
        }

        private String take(@Nullable String taken) {
            if (taken == null) {
                return depth() == 0 ? "" : "nothing was taken";
            }
            String wrong = dirty.get(taken) == Priority.LOW ? takeLow(taken) : takeNormal(taken);
            dirty.remove(taken);
            return processing.add(taken) ? wrong : taken + " is in progress already";
        }

        private String takeNormal(String taken) {
            if (normal.isEmpty() || !normal.remove(0).equals(taken)) {
                return taken + " isn't the first normal one";
            }
            normalSinceLow++;
            overtakenHead = low.isEmpty() ? 0 : overtakenHead + 1;
            return overtakenHead <= WorkQueue.LOW_WAITS_FOR ? "" : low.get(0) + " was overtaken by " + overtakenHead;
        }

        private String takeLow(String taken) {
            if (low.isEmpty() || !low.get(0).equals(taken)) {
                return taken + " isn't the first low one";
            }
            leaveLow(taken);
            boolean early = !normal.isEmpty() && normalSinceLow < WorkQueue.LOW_WAITS_FOR;
            normalSinceLow = 0;
            return early ? taken + " is low and was taken before " + normal : "";
        }

        private void done(String key) {
            if (processing.remove(key) && dirty.containsKey(key)) {
                line(dirty.get(key)).add(key);
            }
        }

        private void addAfter(String key, int millis) {
            if (millis <= 0) {
                add(key, Priority.NORMAL);
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
                add(entry.getKey(), Priority.NORMAL);
            });
        }
    }
}
