package io.coxswain.endpoint;

import io.coxswain.resource.ResourceKey;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A place that serves: one port of one pod.
 *
 * @param pod the pod behind it
 * @param address its IP address as text
 * @param port its port
 */
public record Endpoint(ResourceKey pod, String address, int port) {

    /** The address to connect to; made without a name look-up where the address is an IP address. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port);
    }

    /** Such as {@code http://127.80.0.3:8080/}. */
    public URI uri(String scheme) {
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return URI.create(scheme + "://" + host + ":" + port + "/");
    }
}
