package io.coxswain.network;

import io.coxswain.environment.Environment;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A worker for tests: sends each datagram back with its name in front. */
final class UdpEchoServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final byte[] name;
    private final Set<SocketAddress> clients = ConcurrentHashMap.newKeySet();

    UdpEchoServer(Environment environment, String name, InetSocketAddress address) throws IOException {
        this.name = (name + ":").getBytes(StandardCharsets.UTF_8);
        socket = new DatagramSocket(address);
        environment.workers(name, 1).execute(this::serve);
    }

    private void serve() {
        byte[] bytes = new byte[65_535];
        System.arraycopy(name, 0, bytes, 0, name.length);
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(bytes, name.length, bytes.length - name.length);
                socket.receive(packet);
                clients.add(packet.getSocketAddress());
                socket.send(new DatagramPacket(bytes, name.length + packet.getLength(), packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** From how many addresses datagrams came. */
    int clients() {
        return clients.size();
    }

    @Override
    public void close() {
        socket.close();
    }
}
