package io.coxswain.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * An address and port that are ours although nobody listens there now: a socket is bound to it, so connections are refused by
 * the system at once, and nobody else gets the port. A listener can be bound over it, as both say {@code SO_REUSEADDR}.
 */
final class HeldPort {
    private final SocketChannel socket;
    private final InetSocketAddress address;

    private HeldPort(SocketChannel socket, InetSocketAddress address) {
        this.socket = socket;
        this.address = address;
    }

    /** Port 0 is any free one. */
    static HeldPort bind(InetSocketAddress address) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(address);
            return new HeldPort(socket, (InetSocketAddress) socket.getLocalAddress());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    int port() {
        return address.getPort();
    }

    /** Calling again changes nothing. */
    void release() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
