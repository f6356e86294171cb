package io.coxswain.balancing;

import io.coxswain.environment.Environment;
import java.util.List;

/** Any, each with the same chance. */
final class RandomChoice implements BalancingPolicy.Picker {
    static final BalancingPolicy POLICY = new BalancingPolicy() {
        @Override
        public String name() {
            return "Random";
        }

        @Override
        public Picker picker(List<Backend> candidates, Environment environment) {
            return new RandomChoice(candidates, Stripes.random(environment));
        }
    };

    private final Backend[] backends;
    private final Stripes random;

    private RandomChoice(List<Backend> candidates, Stripes random) {
        backends = candidates.toArray(Backend[]::new);
        this.random = random;
    }

    @Override
    public Backend pick() {
        return backends[(int) ((random.draw() >>> 32) * backends.length >>> 32)];
    }
}
