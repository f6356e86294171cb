package io.coxswain.node.probe;

import io.coxswain.api.core.v1.HTTPHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One connection for one probe: connects, and where asked sends a request of HTTP/1.1 and reads the status line of the answer, nothing else. Not for use by several threads; {@link #close} may come
 * from any.
 */
final class Connection {
    private static final int MAX_STATUS_LINE_BYTES = 4 << 10;
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_FAILURE = 400;

    private final AsynchronousSocketChannel channel;

    private Connection(AsynchronousSocketChannel channel) {
        this.channel = channel;
    }

    static Connection open() {
        try {
            return new Connection(AsynchronousSocketChannel.open());
        } catch (IOException e) {
            throw new UncheckedIOException("no socket for a probe", e);
        }
    }

    CompletionStage<ProbeResult> connect(String host, int port) {
        CompletableFuture<ProbeResult> connected = new CompletableFuture<>();
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return CompletableFuture.completedFuture(ProbeResult.failure("unknown host " + host));
        }
        try {
            channel.connect(address, null, new CompletionHandler<Void, Void>() {
                @Override
                public void completed(Void nothing, Void unused) {
                    connected.complete(ProbeResult.SUCCESS);
                }

                @Override
                public void failed(Throwable cause, Void unused) {
                    connected.complete(ProbeResult.failure(
                            "connect to " + host + ":" + port + ": " + NetworkProber.message(cause)));
                }
            });
        } catch (RuntimeException e) {
            connected.complete(
                    ProbeResult.failure("connect to " + host + ":" + port + ": " + NetworkProber.message(e)));
        }
        return connected;
    }

    CompletionStage<ProbeResult> get(ProbeAction.Http request) {
        CompletableFuture<ProbeResult> answer = new CompletableFuture<>();
        ByteBuffer head = ByteBuffer.wrap(head(request).getBytes(StandardCharsets.ISO_8859_1));
        channel.write(head, null, new Step(answer) {
            @Override
            void on(int count) {
                if (head.hasRemaining()) {
                    channel.write(head, null, this);
                } else {
                    readStatus(answer);
                }
            }
        });
        return answer;
    }

    private static String head(ProbeAction.Http request) {
        StringBuilder text = new StringBuilder("GET ").append(request.path()).append(" HTTP/1.1\r\n");
        addUnlessGiven(text, request, "Host", request.host() + ":" + request.port());
        addUnlessGiven(text, request, "User-Agent", "kube-probe/1.32");
        addUnlessGiven(text, request, "Accept", "*/*");
        text.append("Connection: close\r\n");
        request.headers()
                .forEach(header -> text.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static void addUnlessGiven(StringBuilder text, ProbeAction.Http request, String name, String value) {
        if (request.headers().stream().map(HTTPHeader::name).noneMatch(name::equalsIgnoreCase)) {
            text.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private void readStatus(CompletableFuture<ProbeResult> answer) {
        ByteBuffer line = ByteBuffer.allocate(MAX_STATUS_LINE_BYTES);
        channel.read(line, null, new Step(answer) {
            @Override
            void on(int count) {
                String text = new String(line.array(), 0, line.position(), StandardCharsets.ISO_8859_1);
                int end = text.indexOf('\n');
                if (end >= 0) {
                    answer.complete(judge(text.substring(0, end).strip()));
                } else if (count < 0 || !line.hasRemaining()) {
                    answer.complete(ProbeResult.failure("the answer is no HTTP"));
                } else {
                    channel.read(line, null, this);
                }
            }
        });
    }

    private static ProbeResult judge(String statusLine) {
        String[] parts = statusLine.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/") || !parts[1].matches("[0-9]{3}")) {
            return ProbeResult.failure("the answer is no HTTP: " + statusLine);
        }
        return judge(Integer.parseInt(parts[1]));
    }

    static ProbeResult judge(int status) {
        return status >= FIRST_SUCCESS && status < FIRST_FAILURE
                ? ProbeResult.SUCCESS
                : ProbeResult.failure("HTTP probe failed with statuscode: " + status);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a probe's socket can't be closed", e);
        }
    }

    /** A part of the exchange; its failure is the answer. */
    private abstract static class Step implements CompletionHandler<Integer, @Nullable Void> {
        private final CompletableFuture<ProbeResult> answer;

        Step(CompletableFuture<ProbeResult> answer) {
            this.answer = answer;
        }

        abstract void on(int count);

        @Override
        public void completed(Integer count, @Nullable Void unused) {
            try {
                on(count);
            } catch (RuntimeException e) {
                failed(e, null);
            }
        }

        @Override
        public void failed(Throwable cause, @Nullable Void unused) {
            answer.complete(ProbeResult.failure(NetworkProber.message(cause)));
        }
    }
}
