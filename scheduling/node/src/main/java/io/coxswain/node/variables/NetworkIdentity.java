package io.coxswain.node;

/**
 * Where a pod is.
 *
 * @param nodeName its node
 * @param hostAddress the node's IP address
 * @param podAddress its own IP address
 */
record NetworkIdentity(String nodeName, String hostAddress, String podAddress) {}
