package io.coxswain.network;

import io.coxswain.balancing.Backend;
import io.coxswain.endpoint.Endpoint;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetSocketAddress;

/** The datagrams of one client and the answers of the endpoint that it was given. Owned by the event loop of its forward. */
final class UdpFlow {
    private final UdpForward forward;
    private final InetSocketAddress client;
    private final Backend backend;
    private final NioDatagramChannel channel = new NioDatagramChannel();
    private long usedNanos;
    private boolean closed;

    UdpFlow(UdpForward forward, InetSocketAddress client, Backend backend) {
        this.forward = forward;
        this.client = client;
        this.backend = backend;
        usedNanos = forward.now();
        channel.config()
                .setOption(
                        ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(UdpForward.MAX_DATAGRAM_BYTES));
        channel.pipeline().addLast(new FromBackend());
    }

    /** On the event loop itself, where registering and connecting are done on return. */
    void open(EventLoop loop) {
        loop.register(channel);
        channel.connect(backend.endpoint().socketAddress());
    }

    InetSocketAddress client() {
        return client;
    }

    Endpoint endpoint() {
        return backend.endpoint();
    }

    boolean isLeaving() {
        return backend.state() == Backend.State.LEAVING;
    }

    long idleNanos(long now) {
        return now - usedNanos;
    }

    /** Takes over the data. */
    void send(ByteBuf data) {
        usedNanos = forward.now();
        channel.writeAndFlush(data, channel.voidPromise());
    }

    void close() {
        if (!closed) {
            closed = true;
            backend.end();
            channel.close();
        }
    }

    private final class FromBackend extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext handler, DatagramPacket packet) {
            usedNanos = forward.now();
            forward.toClient(client, packet.content());
        }

        /** Mostly that nobody listens there: the answer to an earlier datagram. */
        @Override
        public void exceptionCaught(ChannelHandlerContext handler, Throwable cause) {
            if (!closed) {
                forward.unreachable(UdpFlow.this);
            }
        }
    }
}
