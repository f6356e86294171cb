package io.coxswain.api.core.v1;

import io.coxswain.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an author may leave out of a pod or of the template of one (Kubernetes {@code pkg/apis/core/v1/defaults.go}). What says everything already is returned as it is, and of the rest only what
 * changes is copied.
 */
public final class PodDefaults {
    private static final Long GRACE_PERIOD_SECONDS = 30L;

    private PodDefaults() {}

    /** A pod's own defaults, beside those of any template: service links, requests from limits, ports of the host's network. */
    static Pod pod(Pod pod) {
        PodSpec given = pod.spec();
        UnaryOperator<Container> container =
                given.hostNetwork() ? PodDefaults::containerOnHost : PodDefaults::containerOfPod;
        PodSpec spec = spec(given, Boolean.TRUE, container);
        return spec == given ? pod : pod.withSpec(spec);
    }

    private static Container containerOfPod(Container container) {
        return ContainerDefaults.withRequestsFromLimits(ContainerDefaults.container(container));
    }

    private static Container containerOnHost(Container container) {
        return ContainerDefaults.withHostPorts(containerOfPod(container));
    }

    /** The defaults of a template. */
    public static PodTemplateSpec template(PodTemplateSpec template) {
        PodSpec given = template.spec();
        PodSpec spec = spec(given, null, ContainerDefaults::container);
        return spec == given ? template : template.withSpec(spec);
    }

    private static PodSpec spec(PodSpec spec, @Nullable Boolean linksUnlessSaid, UnaryOperator<Container> container) {
        List<Container> containers = each(spec.containers(), container);
        List<Container> inits = each(spec.initContainers(), container);
        List<EphemeralContainer> ephemerals = each(spec.ephemeralContainers(), ContainerDefaults::ephemeral);
        List<Volume> volumes = each(spec.volumes(), VolumeDefaults::volume);
        Map<String, Quantity> overhead = ContainerDefaults.rounded(spec.overhead());
        boolean samePart = containers == spec.containers()
                && inits == spec.initContainers()
                && ephemerals == spec.ephemeralContainers()
                && volumes == spec.volumes()
                && overhead == spec.overhead();
        boolean sameLinks = spec.enableServiceLinks() != null || linksUnlessSaid == null;
        if (samePart && sameLinks && isComplete(spec)) {
            return spec;
        }
        return PodSpecBuilder.builder(spec)
                .dnsPolicy(or(spec.dnsPolicy(), "ClusterFirst"))
                .restartPolicy(or(spec.restartPolicy(), "Always"))
                .schedulerName(or(spec.schedulerName(), "default-scheduler"))
                .securityContext(spec.securityContext() == null ? PodSecurityContext.EMPTY : spec.securityContext())
                .terminationGracePeriodSeconds(
                        spec.terminationGracePeriodSeconds() == null
                                ? GRACE_PERIOD_SECONDS
                                : spec.terminationGracePeriodSeconds())
                .enableServiceLinks(sameLinks ? spec.enableServiceLinks() : linksUnlessSaid)
                .overhead(overhead)
                .containers(containers)
                .initContainers(inits)
                .ephemeralContainers(ephemerals)
                .volumes(volumes)
                .build();
    }

    private static boolean isComplete(PodSpec spec) {
        return !spec.dnsPolicy().isEmpty()
                && !spec.restartPolicy().isEmpty()
                && !spec.schedulerName().isEmpty()
                && spec.securityContext() != null
                && spec.terminationGracePeriodSeconds() != null;
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    /** The list with each element changed; the list itself if none changes. */
    static <T> List<T> each(List<T> elements, UnaryOperator<T> change) {
        for (int i = 0; i < elements.size(); i++) {
            T after = change.apply(elements.get(i));
            if (after != elements.get(i)) {
                return elements.size() == 1 ? List.of(after) : changedFrom(i, after, elements, change);
            }
        }
        return elements;
    }

    private static <T> List<T> changedFrom(int first, T after, List<T> elements, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(elements);
        changed.set(first, after);
        for (int i = first + 1; i < changed.size(); i++) {
            changed.set(i, change.apply(changed.get(i)));
        }
        return List.copyOf(changed);
    }
}
