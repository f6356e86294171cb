package io.coxswain.balancing;

import org.jspecify.annotations.Nullable;

/** Whether traffic may leave the node: a Service's {@code internalTrafficPolicy} or {@code externalTrafficPolicy}. */
public enum TrafficPolicy {
    /** To every node. */
    CLUSTER,
    /** Only to endpoints on the client's own node. */
    LOCAL;

    /** Reads the word of the API; absent, empty or unknown means {@code Cluster}. */
    public static TrafficPolicy of(@Nullable String word) {
        return "Local".equals(word) ? LOCAL : CLUSTER;
    }
}
