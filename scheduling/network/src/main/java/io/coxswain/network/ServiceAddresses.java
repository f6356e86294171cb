package io.coxswain.network;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.admission.AdmissionRequest;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.core.v1.ServiceSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.environment.Environment;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Service its address, IP families and node ports when it is created or changes its type, and refuses addresses and ports
 * that it can't have. The rules are those of Kubernetes' {@code pkg/registry/core/service/storage/alloc.go}, for a cluster with
 * IPv4 only.
 *
 * <p>An address is free again when no stored Service has it. Where the cluster has a single address, all Services share it
 * and each of their ports is served on a free one, which stands in an annotation, see {@link io.coxswain.endpoint.ServedPorts}.
 */
public final class ServiceAddresses implements AdmissionPlugin {
    private final Environment environment;
    private final ClusterAddresses addresses;
    private final NodePorts nodePorts;
    private final @Nullable SharedPorts sharedPorts;

    /** Allocates from a block: addresses of its upper half, or ports of its only address. */
    public ServiceAddresses(AddressBlock block, Environment environment) {
        this.environment = environment;
        addresses = new ClusterAddresses(block.services());
        nodePorts = new NodePorts();
        sharedPorts = block.isSingleAddress() ? new SharedPorts(block) : null;
    }

    @Override
    public String name() {
        return "ServiceAddresses";
    }

    @Override
    public <R extends Resource<R>> R mutate(AdmissionRequest<R> request) {
        boolean writesSpec =
                request.verb() == AdmissionRequest.Verb.CREATE || request.verb() == AdmissionRequest.Verb.UPDATE;
        if (!writesSpec || !(request.object() instanceof Service service)) {
            return request.object();
        }
        Service admitted = admit(service, (Service) (Object) request.old(), request.reader());
        return request.kind().type().cast(admitted);
    }

    /**
     * The Service as this cluster can serve it: one that was stored by a cluster with other addresses gets one of these; where
     * there is a single one, also new ports, as others may have taken the old ones since.
     *
     * @param reader sees the other Services
     */
    public Service moved(Service service, Reader reader) {
        if (!ServiceTypes.hasAddress(service.spec()) || addresses.holds(service.spec()) && sharedPorts == null) {
            return service;
        }
        ServiceSpec spec = service.spec().withClusterIP("").withClusterIPs(List.of());
        ObjectMeta metadata = ServedPorts.noted(service.metadata(), "");
        return admit(service.withSpec(spec).withMetadata(metadata), null, reader);
    }

    private Service admit(Service service, @Nullable Service old, Reader reader) {
        FieldErrors errors = FieldErrors.collect();
        FieldErrors place = errors.at("spec");
        Others others = new Others(reader, service);
        long now = environment.nanoTime();
        ServiceSpec spec = TypeChange.carriedOver(service.spec(), old == null ? null : old.spec());
        if (!ServiceTypes.isExternalName(spec)) {
            spec = IpFamilies.complete(spec, place);
            spec = addresses.complete(spec, service.key(), others, now, place);
            spec = nodePorts.complete(spec, service.key(), others, now, place);
        }
        if (!errors.isEmpty()) {
            throw new InvalidException("Service " + service.key(), errors.list());
        }
        Service admitted = spec.equals(service.spec()) ? service : service.withSpec(spec);
        return sharedPorts == null ? admitted : sharedPorts.noted(admitted, old);
    }

    /** The other Services at the revision against which a write is admitted; read when first needed. */
    static final class Others {
        private final Reader reader;
        private final Service self;
        private @Nullable List<Service> services;

        Others(Reader reader, Service self) {
            this.reader = reader;
            this.self = self;
        }

        List<Service> all() {
            List<Service> known = services;
            if (known == null) {
                known = reader.list(Service.KIND, Selection.all()).stream()
                        .filter(service -> !service.key().equals(self.key()))
                        .toList();
                services = known;
            }
            return known;
        }
    }
}
