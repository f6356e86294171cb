package io.coxswain.network;

import io.coxswain.balancing.Backend;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection and the one to the backend that it leads to. Everything happens on one event loop, but for
 * {@link #isLeaving} and {@link #cut}.
 *
 * <p>A backend that can't be reached is left for another one, some times; nothing has been read from the client before
 * that. {@code backend} is volatile and written before its state is read, which is written before the connections are searched
 * for those to be cut: so one that began while its backend left is found by one of the two.
 */
final class Connection {
    private final TcpForward port;
    private final Side client;
    private @Nullable Side server;
    private volatile @Nullable Backend backend;
    private List<Backend> tried = List.of();
    private boolean ended;
    private boolean counted;

    Connection(TcpForward port, SocketChannel accepted) {
        this.port = port;
        client = new Side(accepted, this);
    }

    /** One of the sides is connected. */
    void active(Side side) {
        if (side == client) {
            port.opened(this);
            connect();
        }
    }

    private void connect() {
        InetSocketAddress from = client.channel().remoteAddress();
        Backend next = from != null && tried.size() < port.options().attempts()
                ? port.tryBegin(from.getAddress(), tried)
                : null;
        if (next == null) {
            port.traffic().refused();
            reset();
            return;
        }
        backend = next;
        counted = true;
        NioSocketChannel channel = new NioSocketChannel();
        channel.config().setOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                port.options().connectTimeout().toMillis());
        Side side = new Side(channel, this);
        server = side;
        client.channel().eventLoop().register(channel).addListener(registered -> {
            if (registered.isSuccess()) {
                channel.connect(next.endpoint().socketAddress())
                        .addListener((ChannelFuture connected) -> connected(connected, side, next));
            } else {
                connected((ChannelFuture) registered, side, next);
            }
        });
    }

    private void connected(ChannelFuture future, Side side, Backend chosen) {
        TrafficLog.Counts counts = port.counts(chosen.endpoint());
        if (ended) {
            side.reset();
        } else if (future.isSuccess()) {
            counts.connections.increment();
            side.join(client);
            if (isLeaving()) {
                port.leaving();
            }
        } else {
            counts.failedConnects.increment();
            server = null;
            side.reset();
            endRequest();
            if (tried.isEmpty()) {
                tried = new ArrayList<>();
            }
            tried.add(chosen);
            connect();
        }
    }

    private void endRequest() {
        Backend used = backend;
        if (counted && used != null) {
            counted = false;
            used.end();
        }
    }

    /** It is over on both sides. */
    void finish() {
        if (end()) {
            client.close();
            if (server != null) {
                server.close();
            }
        }
    }

    /** It ends at once on both sides, in a way that can't be taken for a normal end. */
    void reset() {
        if (end()) {
            client.reset();
            if (server != null) {
                server.reset();
            }
        }
    }

    private boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        endRequest();
        port.closed(this);
        return true;
    }

    /** Whether its backend takes no new requests and open ones should come to their end. */
    boolean isLeaving() {
        Backend used = backend;
        return used != null && used.state() == Backend.State.LEAVING;
    }

    /** The time to drain has passed. */
    void cut() {
        client.channel().eventLoop().execute(() -> {
            Backend used = backend;
            if (!ended && used != null) {
                port.counts(used.endpoint()).cut.increment();
                reset();
            }
        });
    }

    /** The proxy stops. */
    void abort() {
        client.channel().eventLoop().execute(this::reset);
    }
}
