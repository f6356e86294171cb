package io.coxswain.node.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection for one probe: connects, and where asked sends a request and reads the beginning of the answer. No thread waits for it. Not for use by several threads; {@link #close} may come from any.
 */
final class PlainConnection implements AutoCloseable {
    private final AsynchronousSocketChannel channel;

    private PlainConnection(AsynchronousSocketChannel channel) {
        this.channel = channel;
    }

    static PlainConnection open() {
        try {
            return new PlainConnection(AsynchronousSocketChannel.open());
        } catch (IOException e) {
            throw new ProbeFailure("no socket for a probe: " + e.getMessage());
        }
    }

    /** Complete when it is connected. */
    CompletionStage<Void> connect(InetSocketAddress address) {
        CompletableFuture<Void> connected = new CompletableFuture<>();
        String place = address.getHostString() + ":" + address.getPort();
        channel.connect(address, null, new CompletionHandler<Void, @Nullable Void>() {
            @Override
            public void completed(Void nothing, @Nullable Void unused) {
                connected.complete(null);
            }

            @Override
            public void failed(Throwable cause, @Nullable Void unused) {
                connected.completeExceptionally(
                        new ProbeFailure("connect to " + place + ": " + NetworkProber.message(cause)));
            }
        });
        return connected;
    }

    /** The beginning of the answer to a request. */
    CompletionStage<HttpAnswer> ask(byte[] request) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        write(ByteBuffer.wrap(request), answer);
        return answer;
    }

    private void write(ByteBuffer request, CompletableFuture<HttpAnswer> answer) {
        channel.write(request, null, new Step(answer, count -> {
            if (request.hasRemaining()) {
                write(request, answer);
            } else {
                read(new byte[HttpAnswer.MAX_BYTES], 0, answer);
            }
        }));
    }

    private void read(byte[] bytes, int known, CompletableFuture<HttpAnswer> answer) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, known, bytes.length - known);
        channel.read(rest, null, new Step(answer, more -> {
            int count = known + Math.max(0, more);
            boolean over = more < 0 || count == bytes.length;
            HttpAnswer.End end = over ? HttpAnswer.End.REACHED : HttpAnswer.End.OPEN;
            Optional<HttpAnswer> whole = HttpAnswer.parse(bytes, count, end);
            if (whole.isPresent()) {
                answer.complete(whole.get());
            } else {
                read(bytes, count, answer);
            }
        }));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a probe's socket can't be closed", e);
        }
    }

    /** A part of the exchange; its failure is the answer's. */
    private static final class Step implements CompletionHandler<Integer, @Nullable Void> {
        private final CompletableFuture<HttpAnswer> answer;
        private final IntConsumer next;

        Step(CompletableFuture<HttpAnswer> answer, IntConsumer next) {
            this.answer = answer;
            this.next = next;
        }

        @Override
        public void completed(Integer count, @Nullable Void unused) {
            try {
                next.accept(count);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void failed(Throwable cause, @Nullable Void unused) {
            answer.completeExceptionally(cause);
        }
    }
}
