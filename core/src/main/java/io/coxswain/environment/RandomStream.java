package io.coxswain.environment;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Random numbers for any number of threads: SplitMix64 (Steele, Lea, Flood 2014), whose state is a counter and so needs no lock. */
final class RandomStream implements RandomGenerator {
    static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final AtomicLong state;

    RandomStream(long seed) {
        this.state = new AtomicLong(seed);
    }

    @Override
    public long nextLong() {
        return mix(state.getAndAdd(GOLDEN_GAMMA));
    }

    /** Changes about half of the result's bits for each changed bit of the argument; one to one. */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
