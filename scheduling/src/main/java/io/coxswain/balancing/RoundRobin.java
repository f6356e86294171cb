package io.coxswain.balancing;

import io.coxswain.environment.Environment;
import java.util.List;

/**
 * Each in turn, by a counter per processor: each counter goes round evenly, so of all picks no backend gets more than another by
 * more than the number of counters.
 */
final class RoundRobin implements BalancingPolicy.Picker {
    static final BalancingPolicy POLICY = new BalancingPolicy() {
        @Override
        public String name() {
            return "RoundRobin";
        }

        @Override
        public Picker picker(List<Backend> candidates, Environment environment) {
            return new RoundRobin(candidates, Stripes.counters(environment, candidates.size()));
        }
    };

    private final Backend[] backends;
    private final Stripes counters;

    private RoundRobin(List<Backend> candidates, Stripes counters) {
        backends = candidates.toArray(Backend[]::new);
        this.counters = counters;
    }

    @Override
    public Backend pick() {
        // as int, since dividing longs takes several times as long; it wraps after two thousand million picks
        int count = (int) counters.count() & Integer.MAX_VALUE;
        return backends[count % backends.length];
    }
}
