// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP GET request. */
public record HTTPGetAction(
        String host,
        List<HTTPHeader> httpHeaders,
        String path,
        @Required @AlwaysWritten IntOrString port,
        String scheme) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public HTTPGetAction {
        host = requireNonNullElse(host, "");
        httpHeaders = Ordered.list(httpHeaders);
        path = requireNonNullElse(path, "");
        port = requireNonNullElse(port, IntOrString.ZERO);
        scheme = requireNonNullElse(scheme, "");
    }

    /** This with another {@code host}. */
    public HTTPGetAction withHost(String host) {
        return new HTTPGetAction(host, httpHeaders, path, port, scheme);
    }

    /** This with another {@code httpHeaders}. */
    public HTTPGetAction withHttpHeaders(List<HTTPHeader> httpHeaders) {
        return new HTTPGetAction(host, httpHeaders, path, port, scheme);
    }

    /** This with another {@code path}. */
    public HTTPGetAction withPath(String path) {
        return new HTTPGetAction(host, httpHeaders, path, port, scheme);
    }

    /** This with another {@code port}. */
    public HTTPGetAction withPort(IntOrString port) {
        return new HTTPGetAction(host, httpHeaders, path, port, scheme);
    }

    /** This with another {@code scheme}. */
    public HTTPGetAction withScheme(String scheme) {
        return new HTTPGetAction(host, httpHeaders, path, port, scheme);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof HTTPGetAction that
                        && host.equals(that.host)
                        && httpHeaders.equals(that.httpHeaders)
                        && path.equals(that.path)
                        && port.equals(that.port)
                        && scheme.equals(that.scheme));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = host.hashCode();
        hash = 31 * hash + httpHeaders.hashCode();
        hash = 31 * hash + path.hashCode();
        hash = 31 * hash + port.hashCode();
        hash = 31 * hash + scheme.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
