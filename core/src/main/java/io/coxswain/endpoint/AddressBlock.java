package io.coxswain.endpoint;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a cluster: a block {@code 127.n.0.0/16} of the machine's loopback, the lower half for pods, the upper one
 * for Services. A block is claimed by listening on one port in it, so two clusters on one machine, of one application
 * or of two, never share addresses, and the system frees the claim however the process ends. Needs no rights.
 *
 * <p>Where only 127.0.0.1 can be used (macOS without aliases) there is nothing to claim: everything has that address, and
 * {@link #freePort} tells workers and Services apart. Every user of the machine can reach these addresses.
 */
public final class AddressBlock implements AutoCloseable {
    /** Below the ports that systems give to outgoing connections, and below the node ports. */
    static final int LOCK_PORT = 28_127;

    static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST = 80;
    private static final int LOWEST = 2;
    private static final int HIGHEST = 254;
    private static final int HALF = 128 * 254;
    private static final int PORT_ATTEMPTS = 1_000;
    private static final int PORTS_REMEMBERED = 500;

    private final int number;
    private final Sockets sockets;
    private final Sockets.@Nullable Bound claim;
    private final AddressRange services;
    private final AddressPool pods;
    private final Set<Integer> recentPorts = new LinkedHashSet<>();

    private AddressBlock(int number, Sockets sockets, Sockets.@Nullable Bound claim) {
        this.number = number;
        this.sockets = sockets;
        this.claim = claim;
        boolean single = number == 0;
        // the last address of the upper half holds the claim
        services = single ? AddressRange.single() : AddressRange.of(number, 128, HALF - 1);
        pods = new AddressPool(single ? AddressRange.single() : AddressRange.of(number, 0, HALF));
    }

    /**
     * Claims a block that no other cluster of this machine has.
     *
     * @throws IllegalStateException if all are taken
     */
    public static AddressBlock claim() {
        return claim(new LoopbackSockets());
    }

    static AddressBlock claim(Sockets sockets) {
        for (int i = 0; i <= HIGHEST - LOWEST; i++) {
            int number = LOWEST + (FIRST - LOWEST + i) % (HIGHEST - LOWEST + 1);
            Sockets.Bound bound = sockets.bind(lockAddress(number), LOCK_PORT);
            if (bound != null) {
                return new AddressBlock(number, sockets, bound);
            }
            if (!isBindable(sockets, lockAddress(number))) {
                return new AddressBlock(0, sockets, null);
            }
        }
        throw new IllegalStateException("addresses 127." + LOWEST + ".0.0/16 to 127." + HIGHEST
                + ".0.0/16: port " + LOCK_PORT
                + " is in use in each: another program listens on it on all addresses, or "
                + (HIGHEST - LOWEST + 1) + " clusters run on this machine: stop one of them");
    }

    /**
     * A block that isn't claimed: for simulations, where no socket is ever opened.
     *
     * @param number from 2 to 254
     */
    public static AddressBlock unclaimed(int number) {
        if (number < LOWEST || number > HIGHEST) {
            throw new IllegalArgumentException("block " + number + ": must be from " + LOWEST + " to " + HIGHEST);
        }
        return new AddressBlock(number, new LoopbackSockets(), null);
    }

    /** No block: 127.0.0.1 for everything, as on a machine that has nothing else, also where it has. */
    public static AddressBlock loopbackOnly() {
        return new AddressBlock(0, new LoopbackSockets(), null);
    }

    private static String lockAddress(int number) {
        return "127." + number + ".255.254";
    }

    private static boolean isBindable(Sockets sockets, String address) {
        Sockets.Bound bound = sockets.bind(address, 0);
        if (bound != null) {
            bound.close();
        }
        return bound != null;
    }

    /** Whether there is only 127.0.0.1. */
    public boolean isSingleAddress() {
        return services.isSingle();
    }

    /** Addresses of pods. */
    public AddressPool pods() {
        return pods;
    }

    /** Addresses of Services; which are taken is told by the Services themselves. */
    public AddressRange services() {
        return services;
    }

    /**
     * A port of 127.0.0.1 on which nobody listens now, and which wasn't an answer lately.
     *
     * @throws IllegalStateException if none is found
     */
    public synchronized int freePort() {
        for (int i = 0; i < PORT_ATTEMPTS; i++) {
            Sockets.Bound bound = sockets.bind(LOOPBACK, 0);
            if (bound == null) {
                break;
            }
            int port = bound.port();
            bound.close();
            if (recentPorts.add(port)) {
                forgetOldPorts();
                return port;
            }
        }
        throw new IllegalStateException("127.0.0.1 has no free port: close connections or programs that hold them");
    }

    private void forgetOldPorts() {
        if (recentPorts.size() > PORTS_REMEMBERED) {
            recentPorts.remove(recentPorts.iterator().next());
        }
    }

    /** Gives the block back; calling again changes nothing. */
    @Override
    public void close() {
        if (claim != null) {
            claim.close();
        }
    }

    /** Such as {@code 127.80.0.0/16}. */
    @Override
    public String toString() {
        return isSingleAddress() ? LOOPBACK : "127." + number + ".0.0/16";
    }
}
