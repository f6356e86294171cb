package io.coxswain.store.memory;

import io.coxswain.conformance.Interleavings;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.Widget;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who lists sees every entry that was added before, in order. Run by
 * {@code mvn -pl store -am test -Dtest=OrderedEntriesLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class OrderedEntriesLincheckTest {
    /** In this order they are added. */
    private static final ResourceKey[] KEYS = {key("m"), key("c"), key("x"), key("a"), key("p"), key("e"), key("z")};

    private static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    @Test
    void listsShowWhatWasAddedBefore() {
        Interleavings.allAreRight(
                Real.class, "add : add add | list list | list", "add list : add add | list | list list");
    }

    @Test
    void listOfTwinThatCountsFirstHasHole() {
        Interleavings.oneIsWrong(CountsFirst.class, "add | list");
    }

    /** The writer adds, readers list and merge. */
    public static class Real {
        private final OrderedEntries<Widget> entries = new OrderedEntries<>(OrderedEntries.<Widget>none(0), 1);
        private int added;
        private volatile int published;

        @Operation(nonParallelGroup = "writer")
        public void add() {
            entries.add(new Entry<>(KEYS[added]));
            added++;
            published = added;
        }

        @Operation
        public void list() {
            int before = published;
            Entry<Widget>[] sorted = entries.sorted();
            if (sorted.length < before) {
                Interleavings.violated(before + " were added before, and only " + sorted.length + " shown");
            }
            for (int i = 0; i < sorted.length; i++) {
                if (i > 0 && sorted[i - 1].key.name().compareTo(sorted[i].key.name()) >= 0) {
                    Interleavings.violated(sorted[i - 1].key + " before " + sorted[i].key);
                }
            }
            for (int i = 0; i < before; i++) {
                ResourceKey wanted = KEYS[i];
                if (Arrays.stream(sorted).noneMatch(entry -> entry.key == wanted)) {
                    Interleavings.violated(wanted + " is missing");
                }
            }
        }
    }

    /** The tail alone, with its two writes the wrong way round. */
    public static class CountsFirst {
        private final AtomicReferenceArray<@Nullable ResourceKey> tail = new AtomicReferenceArray<>(KEYS.length);
        private final AtomicInteger count = new AtomicInteger();

        @Operation(nonParallelGroup = "writer")
        public void add() {
            int next = count.get();
            count.set(next + 1);
            tail.set(next, KEYS[next]);
        }

        @Operation
        public void list() {
            for (int i = count.get() - 1; i >= 0; i--) {
                if (tail.get(i) == null) {
                    Interleavings.violated("nothing at " + i);
                }
            }
        }
    }
}
