package io.coxswain.network;

import java.net.InetSocketAddress;

/**
 * Where something listens.
 *
 * @param protocol {@code TCP} or {@code UDP}, whose ports are different ones
 * @param address with the port; 0 is any free one
 */
record Place(String protocol, InetSocketAddress address) {
    static Place of(ServicePortRef ref, int port) {
        return new Place(ref.protocol(), new InetSocketAddress(ref.address(), port));
    }

    int port() {
        return address.getPort();
    }
}
