package io.coxswain.node.variables;

import io.coxswain.value.Ordered;
import java.util.Map;

/**
 * Where a pod is.
 *
 * @param nodeName its node
 * @param hostAddress the node's IP address
 * @param podAddress its own IP address; empty before it has one
 * @param ports the port to bind for each declared one where that is another
 */
public record NetworkIdentity(String nodeName, String hostAddress, String podAddress, Map<Integer, Integer> ports) {
    /** Keeps a copy. */
    public NetworkIdentity {
        ports = Ordered.map(ports);
    }

    /** The port to bind for a declared one. */
    public int port(int declared) {
        return ports.getOrDefault(declared, declared);
    }
}
