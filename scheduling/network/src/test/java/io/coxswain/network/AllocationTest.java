package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final ResourceKey A = ResourceKey.of("shop", "a");
    private static final long MINUTE = 60_000_000_000L;

    @Property(tries = 200)
    void givesEveryNumberBeforeItIsFull(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll @IntRange(max = 50) int band) {
        Allocation allocation = new Allocation(size, band);
        Set<Integer> taken = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            int number = allocation.give(A, i * MINUTE, taken::contains);
            assertFalse(number < 0 || !taken.add(number), "number " + number + " after " + taken);
        }

        assertEquals(-1, allocation.give(A, size * MINUTE, taken::contains));
    }

    @Test
    void lowestNumbersAreGivenLast() {
        Allocation allocation = new Allocation(5, 2);
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            given.add(allocation.give(A, i * MINUTE, given::contains));
        }

        assertEquals(List.of(2, 3, 4, 0, 1), given);
    }
}
