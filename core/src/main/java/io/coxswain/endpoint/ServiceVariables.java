package io.coxswain.endpoint;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.value.Ordered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a worker is told of the Services of its namespace: {@code SITE_SERVICE_HOST}, {@code SITE_SERVICE_PORT},
 * {@code SITE_SERVICE_PORT_HTTP} and the older {@code SITE_PORT_80_TCP_ADDR} and so on. The rule is that of Kubernetes'
 * {@code pkg/kubelet/envvars/envvars.go}; ports are those that are really served, see {@link ServedPorts}.
 */
public final class ServiceVariables {

    private ServiceVariables() {}

    /**
     * The variables of these Services, in their order. Services without an address, such as headless ones, have none.
     *
     * @param services those of the pod's namespace; none if the pod's {@code enableServiceLinks} is false
     */
    public static Map<String, String> of(List<Service> services) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Service service : services) {
            String address = service.spec().clusterIP();
            if (!address.isEmpty()
                    && !address.equals("None")
                    && !service.spec().ports().isEmpty()) {
                add(variables, service, address);
            }
        }
        return Ordered.map(variables);
    }

    private static void add(Map<String, String> variables, Service service, String address) {
        String name = variable(service.metadata().name());
        List<ServicePort> ports = service.spec().ports();
        variables.put(name + "_SERVICE_HOST", address);
        variables.put(name + "_SERVICE_PORT", served(service, ports.get(0)));
        for (ServicePort port : ports) {
            if (!port.name().isEmpty()) {
                variables.put(name + "_SERVICE_PORT_" + variable(port.name()), served(service, port));
            }
        }
        addLinks(variables, service, name, address);
    }

    private static void addLinks(Map<String, String> variables, Service service, String name, String address) {
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        boolean first = true;
        for (ServicePort port : service.spec().ports()) {
            String protocol = port.protocol().isEmpty() ? "TCP" : port.protocol();
            String lower = protocol.toLowerCase(Locale.ROOT);
            String url = lower + "://" + host + ":" + served(service, port);
            if (first) {
                variables.put(name + "_PORT", url);
                first = false;
            }
            String prefix = name + "_PORT_" + port.port() + "_" + protocol.toUpperCase(Locale.ROOT);
            variables.put(prefix, url);
            variables.put(prefix + "_PROTO", lower);
            variables.put(prefix + "_PORT", served(service, port));
            variables.put(prefix + "_ADDR", address);
        }
    }

    private static String served(Service service, ServicePort port) {
        return Integer.toString(ServedPorts.of(service, port.port()));
    }

    private static String variable(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
