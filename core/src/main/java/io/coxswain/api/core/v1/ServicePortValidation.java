package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;

/** Says what is wrong with the ports of a Service. */
final class ServicePortValidation {
    private ServicePortValidation() {}

    static void validate(ServiceSpec spec, FieldErrors errors) {
        List<ServicePort> ports = spec.ports();
        for (int i = 0; i < ports.size(); i++) {
            ServicePort port = ports.get(i);
            FieldErrors at = errors.at("ports", i);
            name(ports, i, at);
            PortRules.requireNumber("port", port.port(), at);
            at.requireOneOf("protocol", port.protocol(), PortRules.PROTOCOLS);
            PortRules.requireNumberOrName("targetPort", port.targetPort(), at);
            if (port.appProtocol() != null) {
                at.requireName("appProtocol", port.appProtocol(), Names::labelKey);
            }
            if (port.nodePort() != 0 && spec.type().equals("ClusterIP")) {
                at.at("nodePort").forbidden("may not be used when `type` is 'ClusterIP'");
            }
            repeated(ports, i, at);
        }
    }

    private static void name(List<ServicePort> ports, int position, FieldErrors errors) {
        String name = ports.get(position).name();
        if (name.isEmpty()) {
            if (ports.size() > 1) {
                errors.at("name").required("");
            }
            return;
        }
        errors.requireName("name", name, Names::dns1123Label);
        for (int i = 0; i < position; i++) {
            if (ports.get(i).name().equals(name)) {
                errors.at("name").duplicate(name);
                return;
            }
        }
    }

    private static void repeated(List<ServicePort> ports, int position, FieldErrors errors) {
        ServicePort port = ports.get(position);
        for (int i = 0; i < position; i++) {
            ServicePort other = ports.get(i);
            if (!other.protocol().equals(port.protocol())) {
                continue;
            }
            if (port.nodePort() != 0 && other.nodePort() == port.nodePort()) {
                errors.at("nodePort").duplicate(port.nodePort());
            }
            if (other.port() == port.port()) {
                errors.duplicate(port.protocol() + "/" + port.port());
            }
        }
    }
}
