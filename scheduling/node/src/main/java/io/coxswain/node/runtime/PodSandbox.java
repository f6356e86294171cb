package io.coxswain.node.runtime;

import io.coxswain.resource.ResourceKey;
import io.coxswain.value.Ordered;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the containers of a pod share.
 *
 * @param pod namespace and name
 * @param uid tells this pod from others of the same name
 * @param nodeName the node that it is on
 * @param address the pod's own IP address, as text
 * @param folder where relative paths of the pod start: the folder of its manifest
 * @param ports the port to bind for each declared one where that is another: on a machine with a single address
 */
public record PodSandbox(
        ResourceKey pod, String uid, String nodeName, String address, Path folder, Map<Integer, Integer> ports) {
    /** Keeps a copy. */
    public PodSandbox {
        ports = Ordered.map(ports);
    }

    /** One whose containers bind the ports that they declare. */
    public static PodSandbox of(ResourceKey pod, String uid, String nodeName, String address, Path folder) {
        return new PodSandbox(pod, uid, nodeName, address, folder, Map.of());
    }

    /** The port to bind, and to connect to, for a declared one. */
    public int port(int declared) {
        return ports.getOrDefault(declared, declared);
    }
}
