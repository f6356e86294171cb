package io.coxswain.balancing;

import io.coxswain.environment.Environment;
import java.util.List;

/**
 * Says which of the candidates is picked. A policy is a value that many balancers share; what it remembers lives in the
 * picker that it makes for each set of candidates.
 */
public interface BalancingPolicy {

    /** Each in turn. Even to within one request per processor. */
    static BalancingPolicy roundRobin() {
        return RoundRobin.POLICY;
    }

    /** Of two chosen at random the one with fewer requests open ("power of two choices"). */
    static BalancingPolicy leastRequest() {
        return LeastRequest.POLICY;
    }

    /** Any, each with the same chance. */
    static BalancingPolicy random() {
        return RandomChoice.POLICY;
    }

    /** A name for messages. */
    String name();

    /**
     * Makes the picker for a new set of candidates. Called when they change, not per pick.
     *
     * @param candidates at least one; immutable
     * @param environment for randomness and for the number of stripes that counters need
     */
    Picker picker(List<Backend> candidates, Environment environment);

    /** Picks from one set of candidates. Called from any thread, at once from many; must not block and should not allocate. */
    @FunctionalInterface
    interface Picker {

        /** One of the candidates. */
        Backend pick();
    }
}
