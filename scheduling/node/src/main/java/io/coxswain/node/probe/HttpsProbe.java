package io.coxswain.node.probe;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Asks by HTTPS. Any certificate will do, as for the kubelet: a probe asks whether somebody is there, not who. */
final class HttpsProbe {
    private @Nullable HttpClient client;

    CompletionStage<ProbeResult> ask(ProbeAction.Http action, Duration limit) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("https://" + action.host() + ":" + action.port() + action.path()))
                    .timeout(limit);
            action.headers().forEach(header -> request.header(header.name(), header.value()));
            return client().sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                    .handle((response, failure) -> response == null
                            ? ProbeResult.failure(NetworkProber.message(failure))
                            : Connection.judge(response.statusCode()));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(ProbeResult.failure(NetworkProber.message(e)));
        }
    }

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(trustingContext())
                    .build();
            client = known;
        }
        return known;
    }

    private static SSLContext trustingContext() {
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
