package io.coxswain.api.core.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an author may leave out of a pod or of the template of one (Kubernetes {@code pkg/apis/core/v1/defaults.go}). */
public final class PodDefaults {
    private static final long GRACE_PERIOD_SECONDS = 30;

    private PodDefaults() {}

    /** A pod's own defaults, beside those of any template: service links, requests from limits, ports of the host's network. */
    static Pod pod(Pod pod) {
        PodSpec spec = spec(pod.spec());
        UnaryOperator<Container> more = spec.hostNetwork()
                ? container -> ContainerDefaults.withHostPorts(ContainerDefaults.withRequestsFromLimits(container))
                : ContainerDefaults::withRequestsFromLimits;
        PodSpec whole = spec.with(builder -> builder.enableServiceLinks(
                        spec.enableServiceLinks() == null ? Boolean.TRUE : spec.enableServiceLinks())
                .containers(each(spec.containers(), more))
                .initContainers(each(spec.initContainers(), more)));
        return pod.withSpec(whole);
    }

    /** The defaults of a template. */
    public static PodTemplateSpec template(PodTemplateSpec template) {
        return template.withSpec(spec(template.spec()));
    }

    private static PodSpec spec(PodSpec spec) {
        return spec.with(builder -> builder.dnsPolicy(or(spec.dnsPolicy(), "ClusterFirst"))
                .restartPolicy(or(spec.restartPolicy(), "Always"))
                .schedulerName(or(spec.schedulerName(), "default-scheduler"))
                .securityContext(spec.securityContext() == null ? PodSecurityContext.EMPTY : spec.securityContext())
                .terminationGracePeriodSeconds(
                        spec.terminationGracePeriodSeconds() == null
                                ? Long.valueOf(GRACE_PERIOD_SECONDS)
                                : spec.terminationGracePeriodSeconds())
                .overhead(ContainerDefaults.rounded(spec.overhead()))
                .containers(each(spec.containers(), ContainerDefaults::container))
                .initContainers(each(spec.initContainers(), ContainerDefaults::container))
                .ephemeralContainers(each(spec.ephemeralContainers(), ContainerDefaults::ephemeral))
                .volumes(each(spec.volumes(), VolumeDefaults::volume)));
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    /** The list with each element changed; the list itself if none changes. */
    static <T> List<T> each(List<T> elements, UnaryOperator<T> change) {
        List<T> changed = null;
        for (int i = 0; i < elements.size(); i++) {
            T element = elements.get(i);
            T after = change.apply(element);
            if (after != element && changed == null) {
                changed = new ArrayList<>(elements);
            }
            if (changed != null) {
                changed.set(i, after);
            }
        }
        return changed == null ? elements : changed;
    }
}
