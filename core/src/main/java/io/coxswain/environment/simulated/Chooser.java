package io.coxswain.environment.simulated;

import java.util.List;
import java.util.SplittableRandom;

/** Chooses what happens next: the only point at which the schedule of a simulation is decided. */
@FunctionalInterface
public interface Chooser {

    /**
     * Chooses one of several actions.
     *
     * @param enabled at least two, in the order in which they became possible; not to be kept
     * @return the index of the one that happens now
     */
    int choose(List<? extends Action> enabled);

    /** What became possible first happens first: the default schedule. */
    static Chooser inOrder() {
        return enabled -> 0;
    }

    /** Any order, the same one for the same seed. */
    static Chooser random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return enabled -> random.nextInt(enabled.size());
    }
}
