package io.coxswain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PortProblemTest {
    private static final Place LOW = new Place("TCP", new InetSocketAddress("127.80.128.1", 80));
    private static final Place HIGH = new Place("TCP", new InetSocketAddress("127.80.128.1", 8080));

    @Test
    void lowPortWithoutTheRightNamesTheSetting() {
        assertEquals(
                new PortProblem(
                        "PortDenied",
                        "port 127.80.128.1:80 can't be bound (Permission denied); it is served on port 40080 instead: use a"
                                + " port from 1024, or allow lower ones with sysctl net.ipv4.ip_unprivileged_port_start=80"),
                PortProblem.of(LOW, new IOException("Permission denied"), 40_080));
    }

    @Test
    void portInUseNamesTheCommandThatFindsTheOther() {
        PortProblem problem = PortProblem.of(HIGH, new IOException("Address already in use"), 0);

        assertEquals("PortInUse", problem.reason());
        assertEquals(
                "port 127.80.128.1:8080 can't be bound (Address already in use); it is not served: another program listens"
                        + " there, perhaps on all addresses; stop it (ss -ltnp 'sport = :8080' names it) or use another port",
                problem.message());
    }

    @Test
    void addressThatDoesNotExistIsTold() {
        assertEquals(
                "AddressUnavailable",
                PortProblem.of(HIGH, new IOException("Cannot assign requested address"), 0)
                        .reason());
    }
}
