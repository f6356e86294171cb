package io.coxswain.network;

import io.coxswain.balancing.Backend;
import io.coxswain.balancing.Balancer;
import io.coxswain.endpoint.Endpoint;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on one address and port for as long as the balancer has candidates; without any, the system refuses connections
 * while the port stays ours. Its own state belongs to the proxy's serial executor.
 */
final class TcpForward implements Forward {
    private static final Logger LOG = LoggerFactory.getLogger(TcpForward.class);
    private static final int ACCEPT_PAUSE_SECONDS = 1;

    private final ServicePortRef ref;
    private final HeldPort held;
    private final Balancer balancer;
    private final ForwardContext context;
    private final ClientAffinity affinity;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Connection> doomed = new LinkedHashSet<>();
    private @Nullable Channel listener;
    private boolean changing;
    /** Whether the port is held beside the listener. */
    private boolean shared = true;

    private boolean closed;

    TcpForward(ServicePortRef ref, HeldPort held, Balancer balancer, ForwardContext context) {
        this.ref = ref;
        this.held = held;
        this.balancer = balancer;
        this.context = context;
        affinity = new ClientAffinity(balancer, context.environment());
    }

    @Override
    public Place place() {
        return new Place(ref.protocol(), held.address());
    }

    @Override
    public void start() {
        balancer.whenChanged(context.serial(), this::adapt);
        context.serial().execute(this::adapt);
    }

    @Override
    public void affinity(@Nullable Duration timeout) {
        affinity.timeout(timeout);
    }

    /** Begins a request of a client elsewhere than was tried; {@code null} if it can't be. */
    @Nullable
    Backend tryBegin(InetAddress client, List<Backend> tried) {
        return affinity.tryBegin(client, tried);
    }

    ProxyOptions options() {
        return context.options();
    }

    TrafficLog traffic() {
        return context.traffic();
    }

    TrafficLog.Counts counts(Endpoint endpoint) {
        return context.traffic().of(ref.service(), ref.port(), endpoint);
    }

    /** Brings the listener in line with the balancer, and gives connections to what is leaving their time to end. */
    private void adapt() {
        if (closed) {
            return;
        }
        doomLeaving();
        boolean wanted = !balancer.candidates().isEmpty();
        if (changing || wanted == (listener != null)) {
            return;
        }
        changing = true;
        if (wanted) {
            listen();
        } else {
            stopListening();
        }
    }

    private void listen() {
        NioServerSocketChannel channel = new NioServerSocketChannel();
        channel.pipeline().addLast(new Acceptor());
        context.loops().next().register(channel).addListener(registered -> {
            if (registered.isSuccess()) {
                channel.bind(held.address()).addListener((ChannelFuture bound) -> listening(bound));
            } else {
                listening((ChannelFuture) registered);
            }
        });
    }

    private void listening(ChannelFuture bound) {
        context.serial().execute(() -> {
            changing = false;
            if (closed) {
                bound.channel().close();
            } else if (bound.isSuccess()) {
                listener = bound.channel();
                adapt();
            } else if (!shared) {
                tryAgain(bound);
            } else {
                // not every system lets a listener be bound over the socket that holds the port
                shared = false;
                held.release();
                bound.channel().close();
                adapt();
            }
        });
    }

    private void tryAgain(ChannelFuture bound) {
        bound.channel().close();
        LOG.atWarn()
                .addKeyValue("service", ref.service())
                .addKeyValue("address", held.address())
                .setCause(bound.cause())
                .log("A Service's port can't be listened on; trying again");
        context.environment().schedule(context.options().connectTimeout(), context.serial(), this::adapt);
    }

    private void stopListening() {
        Channel open = listener;
        if (open != null) {
            open.close()
                    .addListener(done -> context.serial().execute(() -> {
                        listener = null;
                        changing = false;
                        adapt();
                    }));
        }
    }

    /** A connection found after it began that its backend is leaving. */
    void leaving() {
        context.serial().execute(this::doomLeaving);
    }

    private void doomLeaving() {
        Set<Connection> leaving = new LinkedHashSet<>();
        for (Connection connection : connections) {
            if (connection.isLeaving() && doomed.add(connection)) {
                leaving.add(connection);
            }
        }
        if (!leaving.isEmpty()) {
            context.environment().schedule(context.options().drainBound(), context.serial(), () -> {
                doomed.removeAll(leaving);
                if (!closed) {
                    leaving.forEach(Connection::cut);
                }
            });
        }
    }

    void opened(Connection connection) {
        connections.add(connection);
    }

    void closed(Connection connection) {
        connections.remove(connection);
    }

    @Override
    public void close() {
        closed = true;
        balancer.close();
        Channel open = listener;
        if (open != null) {
            open.close();
        }
        held.release();
        connections.forEach(Connection::abort);
    }

    /** Makes a connection of each that is accepted, each loop's turn. */
    private final class Acceptor extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext handler, Object accepted) {
            SocketChannel channel = (SocketChannel) accepted;
            new Connection(TcpForward.this, channel);
            EventLoop loop = context.loops().next();
            loop.register(channel).addListener(registered -> {
                if (!registered.isSuccess()) {
                    channel.unsafe().closeForcibly();
                }
            });
        }

        /** Usually the process has no file descriptor left: the rest waits a moment instead of failing in a loop. */
        @Override
        public void exceptionCaught(ChannelHandlerContext handler, Throwable cause) {
            LOG.atWarn()
                    .addKeyValue("service", ref.service())
                    .setCause(cause)
                    .log("A connection couldn't be accepted; pausing");
            handler.channel().config().setAutoRead(false);
            handler.channel()
                    .eventLoop()
                    .schedule(
                            () -> handler.channel().config().setAutoRead(true), ACCEPT_PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
