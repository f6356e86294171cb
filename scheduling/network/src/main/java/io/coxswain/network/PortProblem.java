package io.coxswain.network;

import java.io.IOException;
import java.util.Locale;

/**
 * Why a Service's port isn't served where its spec says.
 *
 * @param reason one word in camel case
 * @param message what happened, where it is served instead, and what helps
 */
record PortProblem(String reason, String message) {
    private static final int FIRST_FREE_FOR_ALL = 1024;

    /** A protocol that nothing here forwards. */
    static PortProblem notForwarded(ServicePortRef ref) {
        return new PortProblem(
                "ProtocolNotSupported",
                "port " + ref.port() + "/" + ref.protocol()
                        + " is not served: TCP and UDP are; connect to the pods' own addresses");
    }

    /**
     * What a failure to bind means.
     *
     * @param served where the port is served instead, 0 for nowhere
     */
    static PortProblem of(Place wanted, IOException failure, int served) {
        String place = wanted.address().getAddress().getHostAddress() + ":" + wanted.port();
        String cause = String.valueOf(failure.getMessage());
        String instead = served == 0 ? "it is not served" : "it is served on port " + served + " instead";
        String words = cause.toLowerCase(Locale.ROOT);
        if (wanted.port() < FIRST_FREE_FOR_ALL && words.contains("denied")) {
            return new PortProblem(
                    "PortDenied",
                    "port " + place + " can't be bound (" + cause + "); " + instead
                            + ": use a port from 1024, or allow lower ones with sysctl net.ipv4.ip_unprivileged_port_start="
                            + wanted.port());
        }
        if (words.contains("assign")) {
            return new PortProblem(
                    "AddressUnavailable",
                    "address " + place + " can't be bound (" + cause + "); " + instead
                            + ": this machine has no such address; delete the Service and create it anew to get another one");
        }
        if (failure instanceof TakenPortException) {
            return new PortProblem(
                    "PortInUse",
                    "port " + place + " can't be bound (" + cause + "); " + instead
                            + ": give one of the two another port");
        }
        String command = wanted.protocol().equals("UDP") ? "ss -lunp" : "ss -ltnp";
        return new PortProblem(
                "PortInUse",
                "port " + place + " can't be bound (" + cause + "); " + instead
                        + ": another program listens there, perhaps on all addresses; stop it (" + command
                        + " 'sport = :"
                        + wanted.port() + "' names it) or use another port");
    }
}
