package io.coxswain.balancing;

import org.jspecify.annotations.Nullable;

/**
 * Where the client of a balancer is.
 *
 * @param node its node's name, {@code null} if it is on none
 * @param zone its node's zone, {@code null} if it has none
 */
public record Locality(@Nullable String node, @Nullable String zone) {
    /** On no node. */
    public static final Locality NOWHERE = new Locality(null, null);

    /** On a node without zone. */
    public static Locality node(String node) {
        return new Locality(node, null);
    }
}
