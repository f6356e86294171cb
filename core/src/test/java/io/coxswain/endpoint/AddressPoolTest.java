package io.coxswain.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddressPoolTest {
    private static final int SIZE = 6;

    /** Each number frees the address held at that place, or allocates where there is none. */
    @Property(tries = 300)
    void addressIsNeverLiveTwiceNorTheOneFreedLast(@ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> moves) {
        AddressPool pool = new AddressPool(AddressRange.of(80, 0, SIZE));
        List<String> live = new ArrayList<>();
        String freedLast = "";
        for (int move : moves) {
            if (move < live.size()) {
                freedLast = live.remove(move);
                pool.release(freedLast);
            } else if (live.size() < SIZE - 1) {
                String address = pool.allocate();
                assertFalse(live.contains(address));
                assertNotEquals(freedLast, address);
                live.add(address);
            }
            assertEquals(live.size(), pool.held());
        }
    }

    @Test
    void goesRoundBeforeAnAddressComesAgain() {
        AddressPool pool = new AddressPool(AddressRange.of(80, 0, SIZE));
        List<String> given = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            String address = pool.allocate();
            given.add(address);
            pool.release(address);
        }

        assertEquals(SIZE, given.stream().distinct().count());
    }

    @Test
    void fullPoolSaysSo() {
        AddressPool pool = new AddressPool(AddressRange.of(80, 0, 2));
        pool.allocate();
        pool.allocate();

        String message =
                assertThrows(IllegalStateException.class, pool::allocate).getMessage();

        assertTrue(message.startsWith("addresses 127.80.0.1-127.80.0.2: all 2 are taken"), message);
    }

    @Test
    void reservedAddressIsNotGivenOut() {
        AddressPool pool = new AddressPool(AddressRange.of(80, 0, 3));

        assertTrue(pool.reserve("127.80.0.1"));
        assertFalse(pool.reserve("127.80.0.1"));
        assertFalse(pool.reserve("127.81.0.1"));

        assertEquals("127.80.0.2", pool.allocate());
    }

    @Property(tries = 100)
    void indexOfIsTheInverseOfAddress(@ForAll @IntRange(max = 128 * 254 - 2) int index) {
        AddressRange services = AddressBlock.unclaimed(80).services();

        assertEquals(index, services.indexOf(services.address(index)));
    }
}
