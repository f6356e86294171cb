package io.coxswain.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressBlockTest {

    /** A machine on which the addresses exist that it is told, and what is bound is bound. */
    private static final class Machine implements Sockets {
        private final Predicate<String> exists;
        private final Set<String> bound = new LinkedHashSet<>();
        private int nextPort = 40_000;

        Machine(Predicate<String> exists) {
            this.exists = exists;
        }

        @Override
        public @Nullable Bound bind(String address, int port) {
            int actual = port == 0 ? nextPort++ : port;
            String place = address + ":" + actual;
            return exists.test(address) && bound.add(place) ? new Held(place, actual) : null;
        }

        private final class Held implements Bound {
            private final String place;
            private final int port;

            Held(String place, int port) {
                this.place = place;
                this.port = port;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                bound.remove(place);
            }
        }
    }

    private final Machine linux = new Machine(address -> true);
    private final Machine mac = new Machine(AddressBlock.LOOPBACK::equals);

    @Test
    void twoClustersNeverShareABlock() {
        AddressBlock one = AddressBlock.claim(linux);
        AddressBlock other = AddressBlock.claim(linux);

        assertEquals("127.80.0.0/16", one.toString());
        assertEquals("127.81.0.0/16", other.toString());
    }

    @Test
    void closedBlockCanBeClaimedAgain() {
        AddressBlock one = AddressBlock.claim(linux);
        one.close();
        one.close();

        assertEquals(one.toString(), AddressBlock.claim(linux).toString());
    }

    @Test
    void lowerHalfIsForPodsUpperHalfForServices() {
        AddressBlock block = AddressBlock.claim(linux);

        assertEquals("127.80.0.1-127.80.127.254", block.pods().range().toString());
        assertEquals("127.80.128.1-127.80.255.253", block.services().toString());
    }

    @Test
    void everyBlockTakenIsAnErrorWithTheWayOut() {
        Machine full = new Machine(address -> true);
        for (int i = 0; i < 253; i++) {
            AddressBlock.claim(full);
        }

        String message = assertThrows(IllegalStateException.class, () -> AddressBlock.claim(full))
                .getMessage();

        assertTrue(message.contains("port 28127 is in use in each"), message);
    }

    @Test
    void whereOnly127001ExistsEverythingHasIt() {
        AddressBlock block = AddressBlock.claim(mac);

        assertTrue(block.isSingleAddress());
        assertEquals("127.0.0.1", block.pods().allocate());
        assertEquals("127.0.0.1", block.pods().allocate());
        assertEquals("127.0.0.1", block.services().address(0));
        assertTrue(mac.bound.isEmpty());
    }

    @Test
    void freePortIsNotAnsweredTwice() {
        AddressBlock block = AddressBlock.claim(mac);
        int one = block.freePort();

        mac.nextPort = one;

        assertNotEquals(one, block.freePort());
    }

    @Test
    void blocksOfTheRealMachineDifferAndAreFreedByClose() {
        try (AddressBlock one = AddressBlock.claim();
                AddressBlock other = AddressBlock.claim()) {
            assertTrue(one.isSingleAddress() || !one.toString().equals(other.toString()));
            assertTrue(one.freePort() > 0);
        }
    }

    @Test
    void addressesOfOtherRangesAreNotContained() {
        AddressRange services = AddressBlock.unclaimed(80).services();

        assertTrue(services.contains("127.80.128.1"));
        for (String address : new String[] {
            "127.80.127.1", "127.80.128.0", "127.80.128.255", "127.80.255.254", "127.81.128.1", "127.80.128", "",
            "127.80.128.01", "127.80.128.x", "127.80.300.1", "127.80.128.1.1", "None", "127.80.-1.1", "127.80.128."
        }) {
            assertFalse(services.contains(address), address);
        }
    }
}
