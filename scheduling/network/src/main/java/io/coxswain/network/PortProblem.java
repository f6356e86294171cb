package io.coxswain.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * Why a Service's port isn't served where its spec says.
 *
 * @param reason one word in camel case
 * @param message what happened, where it is served instead, and what helps
 */
record PortProblem(String reason, String message) {
    private static final int FIRST_FREE_FOR_ALL = 1024;

    /**
     * What a failure to bind means.
     *
     * @param served where the port is served instead, 0 for nowhere
     */
    static PortProblem of(InetSocketAddress wanted, IOException failure, int served) {
        String place = wanted.getAddress().getHostAddress() + ":" + wanted.getPort();
        String cause = String.valueOf(failure.getMessage());
        String instead = served == 0 ? "it is not served" : "it is served on port " + served + " instead";
        String words = cause.toLowerCase(Locale.ROOT);
        if (wanted.getPort() < FIRST_FREE_FOR_ALL && words.contains("denied")) {
            return new PortProblem(
                    "PortDenied",
                    "port " + place + " can't be bound (" + cause + "); " + instead
                            + ": use a port from 1024, or allow lower ones with sysctl net.ipv4.ip_unprivileged_port_start="
                            + wanted.getPort());
        }
        if (words.contains("assign")) {
            return new PortProblem(
                    "AddressUnavailable",
                    "address " + place + " can't be bound (" + cause + "); " + instead
                            + ": this machine has no such address; delete the Service and create it anew to get another one");
        }
        return new PortProblem(
                "PortInUse",
                "port " + place + " can't be bound (" + cause + "); " + instead
                        + ": another program listens there, perhaps on all addresses; stop it (ss -ltnp 'sport = :"
                        + wanted.getPort() + "' names it) or use another port");
    }
}
