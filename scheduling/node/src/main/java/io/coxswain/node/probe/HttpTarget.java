package io.coxswain.node.probe;

import io.coxswain.api.core.v1.HTTPHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One GET of a probe, made as the kubelet makes it: {@code pkg/probe/http/request.go}.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address
 * @param port its port
 * @param path with the query, as it is written on the request line
 * @param hostHeader replaces host and port in the header {@code Host}; {@code null}: nothing does
 * @param headers those of the probe, without {@code Host}
 */
record HttpTarget(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String hostHeader,
        List<HTTPHeader> headers) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    static HttpTarget of(ProbeAction.Http action) {
        String named = action.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Host"))
                .map(HTTPHeader::value)
                .reduce(null, (before, last) -> last);
        List<HTTPHeader> others = action.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("Host"))
                .toList();
        return new HttpTarget(
                action.scheme().toLowerCase(Locale.ROOT),
                action.host(),
                action.port(),
                encoded(action.path()),
                named,
                others);
    }

    /** What must not stand on a request line as it is, by its code. */
    private static String encoded(String path) {
        StringBuilder text = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > ' ' && each < 0x7f && "\"<>\\^`{|}".indexOf(each) < 0;
            text.append(plain ? Character.toString(each) : String.format(Locale.ROOT, "%%%02X", each & 0xff));
        }
        int fragment = text.indexOf("#");
        return fragment < 0 ? text.toString() : text.substring(0, fragment);
    }

    boolean isTls() {
        return scheme.equals("https");
    }

    /**
     * Where a redirection leads. A relative one keeps the header {@code Host} of the probe, as Go's client does.
     *
     * @throws ProbeFailure if it leads nowhere
     */
    HttpTarget redirected(String location) {
        URI base = URI.create(scheme + "://" + authority() + path);
        URI to;
        try {
            to = base.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new ProbeFailure("failed to parse Location header \"" + location + "\": " + e.getReason());
        }
        String next = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        if (!next.equals("http") && !next.equals("https") || to.getHost() == null) {
            throw new ProbeFailure("redirected to " + to + ", which is no address of HTTP");
        }
        int standard = next.equals("https") ? HTTPS_PORT : HTTP_PORT;
        boolean relative = URI.create(location).getRawAuthority() == null;
        String rawPath = rooted(to.getRawPath() == null ? "" : to.getRawPath());
        return new HttpTarget(
                next,
                unbracketed(to.getHost()),
                to.getPort() < 0 ? standard : to.getPort(),
                to.getRawQuery() == null ? rawPath : rawPath + "?" + to.getRawQuery(),
                relative ? hostHeader : null,
                headers);
    }

    /** Nothing is above the root (RFC 3986, 5.2.4), which {@code URI} leaves to others. */
    private static String rooted(String path) {
        String rest = path;
        while (rest.startsWith("/../")) {
            rest = rest.substring("/..".length());
        }
        return rest.isEmpty() ? "/" : rest;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** The bytes of the request. */
    byte[] request() {
        StringBuilder text = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\n");
        add(text, "Host", hostHeader == null || hostHeader.isEmpty() ? authority() : hostHeader);
        addUnlessGiven(text, "User-Agent", "kube-probe/1.32");
        addUnlessGiven(text, "Accept", "*/*");
        add(text, "Connection", "close");
        // an empty value takes a header away that would be sent otherwise
        headers.stream()
                .filter(header -> !header.value().isEmpty() || !isUsual(header.name()))
                .forEach(header -> add(text, header.name(), header.value()));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUsual(String name) {
        return name.equalsIgnoreCase("User-Agent") || name.equalsIgnoreCase("Accept");
    }

    private void addUnlessGiven(StringBuilder text, String name, String value) {
        if (headers.stream().map(HTTPHeader::name).noneMatch(name::equalsIgnoreCase)) {
            add(text, name, value);
        }
    }

    /** A line end in a value would begin another header. */
    private static void add(StringBuilder text, String name, String value) {
        text.append(name)
                .append(": ")
                .append(value.replace('\r', ' ').replace('\n', ' '))
                .append("\r\n");
    }
}
