package io.coxswain.endpoint;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Resource;
import io.coxswain.value.Ordered;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * On which port a Service or a container is really served where that differs from the port in its spec: one below 1024 without the
 * right to bind it, one in use, or a machine with one address for everything. The proxy notes it in an annotation of the Service,
 * the node agent in one of the pod.
 */
public final class ServedPorts {
    /** Such as {@code 80=40080,443=40443}: the spec's port, and the one that is served. */
    public static final String ANNOTATION = "coxswain.io/served-ports";

    private ServedPorts() {}

    /** The port to connect to for a port of a Service's spec, or of a pod's containers. */
    public static int of(Resource<?> object, int port) {
        for (String note : noteOf(object).split(",", -1)) {
            int sign = note.indexOf('=');
            if (sign > 0 && note.substring(0, sign).equals(Integer.toString(port))) {
                return portOr(note.substring(sign + 1), port);
            }
        }
        return port;
    }

    /** The annotation's value; empty if there is none. */
    public static String noteOf(Resource<?> object) {
        return object.metadata().annotations().getOrDefault(ANNOTATION, "");
    }

    /** The metadata with this value of the annotation; without the annotation if the value is empty. */
    public static ObjectMeta noted(ObjectMeta metadata, String note) {
        return metadata.withAnnotations(
                note.isEmpty()
                        ? Ordered.without(metadata.annotations(), ANNOTATION)
                        : Ordered.with(metadata.annotations(), ANNOTATION, note));
    }

    private static int portOr(String text, int otherwise) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    /** The annotation's value; empty if there is nothing to note. */
    public static String format(Map<Integer, Integer> servedBySpecified) {
        return servedBySpecified.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(entry.getValue()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
