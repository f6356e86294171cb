package io.coxswain.examples.crawler;

import java.net.InetSocketAddress;

/** What a worker is told by its environment variables. */
final class Env {
    private Env() {}

    static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("environment variable " + name + " isn't set: set it in the manifest");
        }
        return value;
    }

    static String optional(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** The address that this pod shall serve at. */
    static InetSocketAddress address() {
        return new InetSocketAddress(required("POD_IP"), Integer.parseInt(required("PORT")));
    }

    /** The base of a Service's addresses, from the variables that Kubernetes gives to every container. */
    static String serviceUrl(String service) {
        String prefix = service.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        return "http://" + required(prefix + "_SERVICE_HOST") + ":" + required(prefix + "_SERVICE_PORT");
    }
}
