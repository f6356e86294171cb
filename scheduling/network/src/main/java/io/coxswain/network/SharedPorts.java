package io.coxswain.network;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServicePort;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.ServedPorts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the ports of Services that share one address free ports of it, before anybody sees the Service: so no worker is told another one. Once given they stay, also where an update leaves the annotation
 * out.
 */
final class SharedPorts {
    private final AddressBlock block;

    SharedPorts(AddressBlock block) {
        this.block = block;
    }

    Service noted(Service service, @Nullable Service old) {
        if (ServiceTypes.isExternalName(service.spec()) || ServiceTypes.isHeadless(service.spec())) {
            return service;
        }
        Map<Integer, Integer> ports = new LinkedHashMap<>();
        for (ServicePort port : service.spec().ports()) {
            ports.computeIfAbsent(port.port(), number -> given(service, old, number));
        }
        String note = ServedPorts.format(ports);
        return ServedPorts.noteOf(service).equals(note)
                ? service
                : service.withMetadata(ServedPorts.noted(service.metadata(), note));
    }

    private int given(Service service, @Nullable Service old, int number) {
        int told = ServedPorts.of(service, number);
        int before = told == number && old != null ? ServedPorts.of(old, number) : told;
        return before == number ? block.freePort() : before;
    }
}
