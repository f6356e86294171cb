package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import io.coxswain.value.IntOrString;
import java.util.List;

/** What ports may be. */
final class PortRules {
    static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final int LARGEST = 65_535;

    private PortRules() {}

    static void requireNumber(String field, int port, FieldErrors errors) {
        if (port < 1 || port > LARGEST) {
            errors.at(field).invalid(port, "must be between 1 and 65535, inclusive");
        }
    }

    static void requireNumberOrName(String field, IntOrString port, FieldErrors errors) {
        String name = port.text();
        if (name == null) {
            requireNumber(field, port.number(), errors);
        } else {
            errors.requireName(field, name, Names::portName);
        }
    }

    /** The ports of one container. */
    static void container(List<ContainerPort> ports, FieldErrors container) {
        for (int i = 0; i < ports.size(); i++) {
            ContainerPort port = ports.get(i);
            FieldErrors errors = container.at("ports", i);
            if (!port.name().isEmpty()) {
                String problem = Names.portName(port.name());
                if (problem != null) {
                    errors.at("name").invalid(port.name(), problem);
                } else if (isRepeated(ports, i)) {
                    errors.at("name").duplicate(port.name());
                }
            }
            if (port.containerPort() == 0) {
                errors.at("containerPort").required("");
            } else {
                requireNumber("containerPort", port.containerPort(), errors);
            }
            if (port.hostPort() != 0) {
                requireNumber("hostPort", port.hostPort(), errors);
            }
            errors.requireOneOf("protocol", port.protocol(), PROTOCOLS);
        }
    }

    private static boolean isRepeated(List<ContainerPort> ports, int position) {
        for (int i = 0; i < position; i++) {
            if (ports.get(i).name().equals(ports.get(position).name())) {
                return true;
            }
        }
        return false;
    }

    /** No two of these containers may have the same port of the host. */
    static void hostPorts(List<Container> containers, String field, FieldErrors spec) {
        for (int i = 0; i < containers.size(); i++) {
            List<ContainerPort> ports = containers.get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                ContainerPort port = ports.get(j);
                if (port.hostPort() != 0 && isTaken(port, containers, i, j)) {
                    spec.at(field, i)
                            .at("ports", j)
                            .at("hostPort")
                            .duplicate(port.protocol() + "/" + port.hostIP() + "/" + port.hostPort());
                }
            }
        }
    }

    private static boolean isTaken(ContainerPort port, List<Container> containers, int container, int position) {
        for (int i = 0; i <= container; i++) {
            List<ContainerPort> ports = containers.get(i).ports();
            int end = i == container ? position : ports.size();
            for (int j = 0; j < end; j++) {
                ContainerPort other = ports.get(j);
                if (other.hostPort() == port.hostPort()
                        && other.protocol().equals(port.protocol())
                        && other.hostIP().equals(port.hostIP())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** On the host's network a port of a container is one of the host; in a template it may still be left out. */
    static void hostNetwork(PodScope pod, FieldErrors spec) {
        List<Container> containers = pod.spec().containers();
        for (int i = 0; i < containers.size(); i++) {
            List<ContainerPort> ports = containers.get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                ContainerPort port = ports.get(j);
                boolean judged = !pod.isTemplate() || port.hostPort() != 0;
                if (judged && port.hostPort() != port.containerPort()) {
                    spec.at("containers", i)
                            .at("ports", j)
                            .at("hostPort")
                            .invalid(port.hostPort(), "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }
}
