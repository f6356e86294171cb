package io.coxswain.network;

import io.coxswain.environment.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker for tests: says its name, then sends back what it gets until the input ends. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket();
    private final String name;
    private final Executor threads;
    final AtomicInteger connections = new AtomicInteger();

    EchoServer(Environment environment, String name, InetSocketAddress address) throws IOException {
        this.name = name;
        threads = environment.workers("echo-" + name, 50);
        socket.bind(address);
        threads.execute(this::accept);
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket accepted = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(accepted));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            InputStream in = accepted.getInputStream();
            OutputStream out = accepted.getOutputStream();
            out.write((name + ":").getBytes(StandardCharsets.UTF_8));
            int first = in.read();
            if (first == 'R') {
                accepted.setSoLinger(true, 0);
                return;
            }
            if (first >= 0) {
                out.write(first);
                in.transferTo(out);
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
