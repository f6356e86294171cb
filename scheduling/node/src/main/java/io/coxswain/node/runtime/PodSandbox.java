package io.coxswain.node.runtime;

import io.coxswain.resource.ResourceKey;
import java.nio.file.Path;

/**
 * What the containers of a pod share.
 *
 * @param pod namespace and name
 * @param uid tells this pod from others of the same name
 * @param nodeName the node that it is on
 * @param address the pod's own IP address, as text
 * @param folder where relative paths of the pod start: the folder of its manifest
 */
public record PodSandbox(ResourceKey pod, String uid, String nodeName, String address, Path folder) {}
