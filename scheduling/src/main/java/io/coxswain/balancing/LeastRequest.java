package io.coxswain.balancing;

import io.coxswain.environment.Environment;
import java.util.List;

/** Of two different ones chosen at random the one with fewer requests open; the first one if they have equally many. */
final class LeastRequest implements BalancingPolicy.Picker {
    static final BalancingPolicy POLICY = new BalancingPolicy() {
        @Override
        public String name() {
            return "LeastRequest";
        }

        @Override
        public Picker picker(List<Backend> candidates, Environment environment) {
            return new LeastRequest(candidates, Stripes.random(environment));
        }
    };

    private static final long LOWER = 0xffff_ffffL;

    private final Backend[] backends;
    private final Stripes random;

    private LeastRequest(List<Backend> candidates, Stripes random) {
        backends = candidates.toArray(Backend[]::new);
        this.random = random;
    }

    @Override
    public Backend pick() {
        int count = backends.length;
        if (count == 1) {
            return backends[0];
        }
        // one draw for both: each half, scaled to the range
        long bits = random.draw();
        int first = (int) ((bits >>> 32) * count >>> 32);
        int second = (int) ((bits & LOWER) * (count - 1) >>> 32);
        Backend one = backends[first];
        Backend other = backends[second < first ? second : second + 1];
        return other.open() < one.open() ? other : one;
    }
}
