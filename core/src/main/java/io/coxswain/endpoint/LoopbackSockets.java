package io.coxswain.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** The machine's own sockets. */
final class LoopbackSockets implements Sockets {

    @Override
    public @Nullable Bound bind(String address, int port) {
        ServerSocket socket;
        try {
            socket = new ServerSocket();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port), 1);
            return new Listening(socket);
        } catch (IOException e) {
            close(socket);
            return null;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Listening(ServerSocket socket) implements Bound {
        @Override
        public int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            LoopbackSockets.close(socket);
        }
    }
}
