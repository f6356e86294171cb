package io.coxswain.simulation;

import java.util.EnumSet;
import java.util.Set;

/** Random runs: each has a random subset of the kinds of faults, at one of several rates (swarm testing, Groce et al., ISSTA 2012). */
final class Swarm {
    private static final double[] RATES = {0.02, 0.05, 0.1, 0.2, 0.4};

    private Swarm() {}

    static double rate(long number) {
        return RATES[(int) Math.floorMod(number, (long) RATES.length)];
    }

    static Set<Fault> kinds(Faults faults, long seed, long number) {
        Set<Fault> subset = EnumSet.noneOf(Fault.class);
        for (Fault fault : faults.kinds()) {
            if ((Hash.of(seed + number, fault.label()) & 1) == 0) {
                subset.add(fault);
            }
        }
        return subset.isEmpty() ? faults.kinds() : subset;
    }
}
