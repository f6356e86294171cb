package io.coxswain.node.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * One connection with TLS for one probe. Any certificate will do, as for the kubelet: a probe asks whether somebody is there, not who. Blocks its thread; {@link #close} from another one ends that.
 */
final class TlsConnection implements AutoCloseable {
    private static final SSLContext TRUSTING = trusting();

    private final Socket socket = new Socket();

    /**
     * Asks and waits for the beginning of the answer.
     *
     * @param limit for each of the steps, of which there are few
     */
    HttpAnswer ask(InetSocketAddress address, HttpTarget target, Duration limit) throws IOException {
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, limit.toMillis()));
        socket.connect(address, millis);
        socket.setSoTimeout(millis);
        try (SSLSocket tls =
                (SSLSocket) TRUSTING.getSocketFactory().createSocket(socket, target.host(), target.port(), true)) {
            tls.getOutputStream().write(target.request());
            return read(tls.getInputStream());
        }
    }

    private static HttpAnswer read(InputStream in) throws IOException {
        byte[] bytes = new byte[HttpAnswer.MAX_BYTES];
        int count = 0;
        for (; ; ) {
            int more = in.read(bytes, count, bytes.length - count);
            count += Math.max(0, more);
            boolean over = more < 0 || count == bytes.length;
            Optional<HttpAnswer> whole =
                    HttpAnswer.parse(bytes, count, over ? HttpAnswer.End.REACHED : HttpAnswer.End.OPEN);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a probe's socket can't be closed", e);
        }
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private static final class TrustAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
