package io.coxswain.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides at each point of a run whether it deviates there. For one run. */
abstract class Plan {
    private final List<Deviation> taken = new ArrayList<>();

    /**
     * Asks at a point that is reached.
     *
     * @param offered what could go wrong there
     * @param most how many commits back the caches of a process could begin that starts again
     */
    final @Nullable Deviation at(Point point, Set<Fault> offered, int most) {
        Deviation decided = decide(point, offered, most);
        if (decided != null) {
            taken.add(decided);
        }
        return decided;
    }

    abstract @Nullable Deviation decide(Point point, Set<Fault> offered, int most);

    /** Asks whether an action comes before others that became possible earlier. */
    final boolean brings(String action) {
        boolean first = isFirst(action);
        if (first) {
            taken.add(Deviation.of(Fault.ORDER, action));
        }
        return first;
    }

    abstract boolean isFirst(String action);

    /** Whether it may want something to happen in another order. */
    boolean reorders() {
        return false;
    }

    /** The deviations that were reached, in this order. */
    final List<Deviation> taken() {
        return taken;
    }

    /** These deviations and no others; notes which others there could have been after the last of them. */
    static final class Fixed extends Plan {
        private final Map<String, Deviation> byPoint = new LinkedHashMap<>();
        private final Set<String> places = new HashSet<>();
        private final Set<String> orders = new HashSet<>();
        private final @Nullable Candidates candidates;

        Fixed(List<Deviation> deviations, @Nullable Candidates candidates) {
            for (Deviation each : deviations) {
                String point = each.point();
                if (each.fault() == Fault.ORDER) {
                    orders.add(point);
                } else {
                    byPoint.put(point, each);
                    places.add(point.substring(0, point.lastIndexOf('#')));
                }
            }
            this.candidates = candidates;
        }

        @Override
        @Nullable
        Deviation decide(Point point, Set<Fault> offered, int most) {
            Deviation wanted = places.contains(point.place().text()) ? byPoint.get(point.text()) : null;
            if (wanted != null && offered.contains(wanted.fault())) {
                if (candidates != null && taken().size() + 1 == byPoint.size()) {
                    candidates.begin();
                }
                return wanted;
            }
            if (candidates != null && taken().size() == byPoint.size()) {
                candidates.reached(point, offered, most);
            }
            return null;
        }

        @Override
        boolean isFirst(String action) {
            return orders.contains(action);
        }

        @Override
        boolean reorders() {
            return !orders.isEmpty();
        }
    }

    /** Each point deviates with the same probability, independently; the number of the run decides. */
    static final class Random extends Plan {
        private final Set<Fault> kinds;
        private final long seed;
        private final double rate;

        Random(Set<Fault> kinds, long seed, double rate) {
            this.kinds = kinds;
            this.seed = seed;
            this.rate = rate;
        }

        @Override
        @Nullable
        Deviation decide(Point point, Set<Fault> offered, int most) {
            long hash = point.hash(seed);
            for (Fault fault : offered) {
                if (!kinds.contains(fault)) {
                    continue;
                }
                hash = Hash.scrambled(hash ^ fault.salt());
                if (isRare(hash)) {
                    return deviation(fault, point.text(), most, Hash.scrambled(hash));
                }
            }
            return null;
        }

        private boolean isRare(long hash) {
            return (hash >>> 11) * 0x1p-53 < rate;
        }

        private static Deviation deviation(Fault fault, String point, int most, long hash) {
            List<Deviation> variants = Candidates.variants(fault, point, most);
            return variants.get((int) Math.floorMod(hash, (long) variants.size()));
        }

        @Override
        boolean isFirst(String action) {
            return isRare(Hash.scrambled(Hash.of(seed, action) ^ Fault.ORDER.salt()));
        }

        @Override
        boolean reorders() {
            return kinds.contains(Fault.ORDER);
        }
    }
}
