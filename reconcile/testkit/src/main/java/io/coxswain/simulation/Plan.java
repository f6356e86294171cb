package io.coxswain.simulation;

import java.util.ArrayList;
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
    final @Nullable Deviation at(String point, Set<Fault> offered, int most) {
        Deviation decided = decide(point, offered, most);
        if (decided != null) {
            taken.add(decided);
        }
        return decided;
    }

    abstract @Nullable Deviation decide(String point, Set<Fault> offered, int most);

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
        private final Map<String, Deviation> orders = new LinkedHashMap<>();
        private final @Nullable Candidates candidates;

        Fixed(List<Deviation> deviations, @Nullable Candidates candidates) {
            for (Deviation each : deviations) {
                (each.fault() == Fault.ORDER ? orders : byPoint).put(each.point(), each);
            }
            this.candidates = candidates;
        }

        @Override
        @Nullable
        Deviation decide(String point, Set<Fault> offered, int most) {
            if (offered.size() == 1 && offered.contains(Fault.ORDER)) {
                return orders.get(point);
            }
            Deviation wanted = byPoint.isEmpty() ? null : byPoint.get(point);
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
        Deviation decide(String point, Set<Fault> offered, int most) {
            long hash = Hash.of(seed, point);
            for (Fault fault : offered) {
                if (!kinds.contains(fault)) {
                    continue;
                }
                hash = Hash.scrambled(hash ^ fault.salt());
                if ((hash >>> 11) * 0x1p-53 < rate) {
                    return deviation(fault, point, most, Hash.scrambled(hash));
                }
            }
            return null;
        }

        private static Deviation deviation(Fault fault, String point, int most, long hash) {
            List<Deviation> variants = Candidates.variants(fault, point, most);
            return variants.get((int) Math.floorMod(hash, (long) variants.size()));
        }

        @Override
        boolean reorders() {
            return kinds.contains(Fault.ORDER);
        }
    }
}
