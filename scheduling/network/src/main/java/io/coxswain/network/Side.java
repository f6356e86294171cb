package io.coxswain.network;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a forwarded connection: what comes in here goes out at the other one. Both sides are on one event loop, and only that
 * touches them.
 *
 * <p>Reading stops while the other side can't write. The end of the input is passed on as the end of the other side's output
 * after everything before it is written; when both outputs have ended the connection has. A failure of one side is passed on as
 * a reset, so that what was cut off doesn't look complete.
 */
final class Side extends ChannelInboundHandlerAdapter {
    private final SocketChannel channel;
    private final Connection connection;
    private @Nullable Side peer;
    private boolean outputEnded;

    Side(SocketChannel channel, Connection connection) {
        this.channel = channel;
        this.connection = connection;
        channel.config().setAutoRead(false);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        channel.pipeline().addLast(this);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Begins to forward in both directions. */
    void join(Side other) {
        peer = other;
        other.peer = this;
        channel.config().setAutoRead(true);
        other.channel.config().setAutoRead(true);
    }

    /** There is one as soon as anything is read. */
    private Side peer() {
        return Objects.requireNonNull(peer);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connection.active(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        SocketChannel to = peer().channel;
        to.write(message, to.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (peer != null) {
            peer.channel.flush();
            if (!peer.channel.isWritable()) {
                channel.config().setAutoRead(false);
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (peer != null && channel.isWritable()) {
            peer.channel.config().setAutoRead(true);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE && peer != null) {
            peer.endOutput();
        }
    }

    private void endOutput() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            outputEnded = true;
            if (peer().outputEnded || !written.isSuccess()) {
                connection.finish();
            } else {
                channel.shutdownOutput();
            }
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connection.finish();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        connection.reset();
    }

    /** Closes after what was written. */
    void close() {
        if (channel.isOpen()) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Closes at once; the other end sees a reset. */
    void reset() {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }
}
