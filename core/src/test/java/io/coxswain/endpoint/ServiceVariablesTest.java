package io.coxswain.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.core.v1.ServiceStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Ordered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceVariablesTest {

    private static Service service(String name, String address, ServicePort... ports) {
        return new Service(
                ObjectMeta.named("shop", name),
                ServiceSpec.EMPTY.withClusterIP(address).withPorts(List.of(ports)),
                ServiceStatus.EMPTY);
    }

    private static ServicePort port(String name, int number) {
        return new ServicePort(name, null, 0, number, "TCP", IntOrString.of(8080));
    }

    @Test
    void namedPortsAndLinksAreThere() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("MY_SITE_SERVICE_HOST", "127.80.128.1");
        expected.put("MY_SITE_SERVICE_PORT", "80");
        expected.put("MY_SITE_SERVICE_PORT_HTTP_WEB", "80");
        expected.put("MY_SITE_PORT", "tcp://127.80.128.1:80");
        expected.put("MY_SITE_PORT_80_TCP", "tcp://127.80.128.1:80");
        expected.put("MY_SITE_PORT_80_TCP_PROTO", "tcp");
        expected.put("MY_SITE_PORT_80_TCP_PORT", "80");
        expected.put("MY_SITE_PORT_80_TCP_ADDR", "127.80.128.1");
        expected.put("MY_SITE_PORT_9090_TCP", "tcp://127.80.128.1:9090");
        expected.put("MY_SITE_PORT_9090_TCP_PROTO", "tcp");
        expected.put("MY_SITE_PORT_9090_TCP_PORT", "9090");
        expected.put("MY_SITE_PORT_9090_TCP_ADDR", "127.80.128.1");

        Map<String, String> variables =
                ServiceVariables.of(List.of(service("my-site", "127.80.128.1", port("http-web", 80), port("", 9090))));

        assertEquals(expected, variables);
    }

    @Test
    void servicesWithoutAddressHaveNone() {
        assertEquals(
                Map.of(),
                ServiceVariables.of(
                        List.of(service("headless", "None", port("", 80)), service("new", "", port("", 80)))));
    }

    @Test
    void portThatIsReallyServedIsToldInsteadOfThatOfTheSpec() {
        Service site = service("site", "127.80.128.1", port("", 80), port("admin", 8000));
        Map<Integer, Integer> served = Ordered.with(Ordered.map(80, 40_080), 8000, 8000);
        Service noted = site.withMetadata(
                site.metadata().withAnnotations(Ordered.map(ServedPorts.ANNOTATION, ServedPorts.format(served))));

        Map<String, String> variables = ServiceVariables.of(List.of(noted));

        assertEquals("40080", variables.get("SITE_SERVICE_PORT"));
        assertEquals("8000", variables.get("SITE_SERVICE_PORT_ADMIN"));
        assertEquals("tcp://127.80.128.1:40080", variables.get("SITE_PORT_80_TCP"));
    }
}
