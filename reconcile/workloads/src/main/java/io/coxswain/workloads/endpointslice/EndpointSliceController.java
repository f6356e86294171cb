package io.coxswain.workloads.endpointslice;

import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.CacheReader;
import io.coxswain.controller.ChangePredicate;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.LabelSelection;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.List;

/** Keeps the EndpointSlices of every Service that selects pods (Kubernetes {@code pkg/controller/endpointslice}). A slice that needn't change isn't written. */
public final class EndpointSliceController implements Reconciler<Service> {
    /** The label that names a slice's Service. */
    public static final String SERVICE_NAME = "kubernetes.io/service-name";

    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    private static final String MANAGER = "endpointslice-controller.k8s.io";
    private static final String HEADLESS = "service.kubernetes.io/headless";

    private EndpointSliceController() {}

    /** Its wiring. */
    public static ControllerSpec<Service> controller() {
        return Controller.of(Service.KIND, EndpointSliceController::new)
                .named("endpointslice")
                .owns(EndpointSlice.KIND)
                .watches(Pod.KIND, EndpointSliceController::selecting)
                .watches(Node.KIND, EndpointSliceController::all, ChangePredicate.labelsChanged())
                .concurrency(4);
    }

    private static List<ResourceKey> selecting(Pod pod, CacheReader caches) {
        return caches.list(Service.KIND, Selection.inNamespace(pod.metadata().namespace())).stream()
                .filter(service -> selects(service, pod))
                .map(Service::key)
                .toList();
    }

    private static List<ResourceKey> all(Node node, CacheReader caches) {
        return caches.list(Service.KIND).stream().map(Service::key).toList();
    }

    private static boolean selects(Service service, Pod pod) {
        return !service.spec().selector().isEmpty()
                && LabelSelection.of(service.spec().selector()).matches(pod.labels());
    }

    @Override
    public Outcome reconcile(Service service, Context<Service> context) {
        if (service.spec().selector().isEmpty() || service.spec().type().equals("ExternalName")) {
            return Outcome.done();
        }
        List<PodEndpoints> desired = new ArrayList<>();
        for (Pod pod :
                context.list(Pod.KIND, Selection.inNamespace(service.metadata().namespace()))) {
            if (selects(service, pod)) {
                PodEndpoints.of(
                                service,
                                pod,
                                name -> context.find(Node.KIND, ResourceKey.cluster(name))
                                        .orElse(null))
                        .ifPresent(desired::add);
            }
        }
        SlicePlan plan = SlicePlan.of(context.owned(EndpointSlice.KIND), desired);
        for (EndpointSlice slice : plan.changed()) {
            context.patch(slice, read -> read.withEndpoints(slice.endpoints()));
        }
        for (SlicePlan.Content content : plan.created()) {
            context.create(slice(service, content));
        }
        for (EndpointSlice slice : plan.deleted()) {
            context.delete(slice);
        }
        return Outcome.done();
    }

    private static EndpointSlice slice(Service service, SlicePlan.Content content) {
        ObjectMeta metadata = ObjectMeta.generated(
                        service.metadata().namespace(), service.metadata().name() + "-")
                .withLabels(service.labels())
                .withLabel(SERVICE_NAME, service.metadata().name())
                .withLabel(MANAGED_BY, MANAGER);
        if (service.spec().clusterIP().equals("None")) {
            metadata = metadata.withLabel(HEADLESS, "");
        }
        return new EndpointSlice(metadata, "IPv4", content.endpoints(), content.ports());
    }
}
