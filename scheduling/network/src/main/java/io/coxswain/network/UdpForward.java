package io.coxswain.network;

import io.coxswain.balancing.Backend;
import io.coxswain.balancing.Balancer;
import io.coxswain.endpoint.Endpoint;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards datagrams that come to one address and port: those of one client, told apart by address and port, go to one endpoint, and what comes back goes to the client. Such a flow ends when it has been
 * idle for {@link ProxyOptions#udpIdle()}, at once when its endpoint leaves, or when the endpoint says that nobody listens; the client's next datagram begins another one. Without endpoint datagrams are
 * dropped and counted.
 *
 * <p>The port is bound from the beginning. Everything about datagrams happens on one event loop, which owns the flows.
 */
final class UdpForward implements Forward {
    /** The most that a datagram holds; a smaller buffer would cut it. */
    static final int MAX_DATAGRAM_BYTES = 65_535;

    /** Beyond it the flow that was idle longest makes room. */
    private static final int MAX_FLOWS = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(UdpForward.class);

    private final ServicePortRef ref;
    private final Place place;
    private final NioDatagramChannel channel;
    private final EventLoop loop;
    private final Balancer balancer;
    private final ClientAffinity affinity;
    private final ForwardContext context;

    // Owned by the event loop.
    private final Map<InetSocketAddress, UdpFlow> flows = new LinkedHashMap<>(16, 0.75f, true);
    private boolean isSweepDue;
    private boolean closed;

    private UdpForward(ServicePortRef ref, DatagramChannel bound, Balancer balancer, ForwardContext context)
            throws IOException {
        this.ref = ref;
        this.balancer = balancer;
        this.context = context;
        place = new Place(ref.protocol(), (InetSocketAddress) bound.getLocalAddress());
        affinity = new ClientAffinity(balancer, context.environment());
        channel = new NioDatagramChannel(bound);
        channel.config().setOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_DATAGRAM_BYTES));
        channel.pipeline().addLast(new FromClients());
        loop = context.loops().next();
    }

    /**
     * Binds the port.
     *
     * @throws IOException if it can't be had
     */
    static UdpForward open(ServicePortRef ref, Place place, Balancer balancer, ForwardContext context)
            throws IOException {
        DatagramChannel bound = DatagramChannel.open();
        try {
            bound.bind(place.address());
            return new UdpForward(ref, bound, balancer, context);
        } catch (IOException e) {
            bound.close();
            balancer.close();
            throw e;
        }
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public void start() {
        balancer.whenChanged(context.serial(), () -> loop.execute(this::purgeLeaving));
        loop.register(channel).addListener(registered -> {
            if (!registered.isSuccess()) {
                LOG.atError()
                        .addKeyValue("service", ref.service())
                        .setCause(registered.cause())
                        .log("A Service's port can't be served");
            }
        });
    }

    @Override
    public void affinity(@Nullable Duration timeout) {
        affinity.timeout(timeout);
    }

    private void fromClient(InetSocketAddress client, ByteBuf data) {
        UdpFlow flow = flows.get(client);
        if (flow != null && flow.isLeaving()) {
            end(client);
            flow = null;
        }
        if (flow == null) {
            flow = begin(client);
        }
        if (flow == null) {
            context.traffic().refused();
        } else {
            flow.send(data.retain());
        }
    }

    private @Nullable UdpFlow begin(InetSocketAddress client) {
        Backend backend = closed ? null : affinity.tryBegin(client.getAddress(), List.of());
        if (backend == null) {
            return null;
        }
        if (flows.size() >= MAX_FLOWS) {
            end(flows.keySet().iterator().next());
        }
        UdpFlow flow = new UdpFlow(this, client, backend);
        flows.put(client, flow);
        counts(backend.endpoint()).connections.increment();
        flow.open(loop);
        sweepLater();
        return flow;
    }

    private TrafficLog.Counts counts(Endpoint endpoint) {
        return context.traffic().of(ref.service(), ref.port(), endpoint);
    }

    /** An answer of a backend. */
    void toClient(InetSocketAddress client, ByteBuf data) {
        channel.writeAndFlush(new DatagramPacket(data.retain(), client), channel.voidPromise());
    }

    /** The backend says that nobody listens there. */
    void unreachable(UdpFlow flow) {
        counts(flow.endpoint()).failedConnects.increment();
        end(flow.client());
    }

    long now() {
        return context.environment().nanoTime();
    }

    private void end(InetSocketAddress client) {
        UdpFlow flow = flows.remove(client);
        if (flow != null) {
            flow.close();
        }
    }

    private void purgeLeaving() {
        List.copyOf(flows.values()).stream()
                .filter(UdpFlow::isLeaving)
                .map(UdpFlow::client)
                .forEach(this::end);
    }

    private void sweepLater() {
        if (!isSweepDue) {
            isSweepDue = true;
            Duration pause = context.options().udpIdle().dividedBy(2);
            context.environment().schedule(pause, context.serial(), () -> loop.execute(this::sweep));
        }
    }

    private void sweep() {
        isSweepDue = false;
        long limit = context.options().udpIdle().toNanos();
        Iterator<UdpFlow> all = flows.values().iterator();
        while (all.hasNext()) {
            UdpFlow flow = all.next();
            if (flow.idleNanos(now()) >= limit) {
                all.remove();
                flow.close();
            }
        }
        if (!flows.isEmpty()) {
            sweepLater();
        }
    }

    @Override
    public void close() {
        balancer.close();
        loop.execute(() -> {
            closed = true;
            channel.close();
            List.copyOf(flows.keySet()).forEach(this::end);
        });
    }

    private final class FromClients extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext handler, DatagramPacket packet) {
            fromClient(packet.sender(), packet.content());
        }

        /** Such as a client that has gone before its answer came. */
        @Override
        public void exceptionCaught(ChannelHandlerContext handler, Throwable cause) {
            LOG.atDebug().addKeyValue("service", ref.service()).setCause(cause).log("A datagram couldn't be forwarded");
        }
    }
}
