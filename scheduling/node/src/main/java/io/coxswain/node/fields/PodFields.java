package io.coxswain.node.fields;

import static io.coxswain.node.fields.FieldRule.honoured;
import static io.coxswain.node.fields.FieldRule.ignored;
import static io.coxswain.node.fields.FieldRule.ignoredEach;
import static io.coxswain.node.fields.FieldRule.refused;
import static io.coxswain.node.fields.FieldRule.refusedEach;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.EphemeralContainer;
import io.coxswain.api.core.v1.LocalObjectReference;
import io.coxswain.api.core.v1.PodResourceClaim;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is done about each field of a PodSpec. Fields that only concern where a pod is placed are the scheduler's and done with when an agent sees it. */
final class PodFields {
    private static final String NAMES =
            "workers look names up as this machine does; Services are told by variables, such as SITE_SERVICE_HOST";
    private static final String NO_TOKEN = "workers get no token: they reach the cluster through the application";

    private static final String UNPLACED = "the scheduler does not look at it yet";

    /** What asks for nothing: left out, or done by this machine's own resolver. */
    private static final Set<String> USUAL_DNS = Set.of("", "ClusterFirst", "Default");

    private static final List<FieldRule<PodSpec>> RULES = List.of(
            honoured("activeDeadlineSeconds"),
            honoured("affinity"),
            ignored(
                    "affinity.podAffinity",
                    spec -> spec.affinity() != null && spec.affinity().podAffinity() != null,
                    UNPLACED),
            ignored(
                    "affinity.podAntiAffinity",
                    spec -> spec.affinity() != null && spec.affinity().podAntiAffinity() != null,
                    UNPLACED),
            ignored(
                    "automountServiceAccountToken",
                    spec -> Boolean.TRUE.equals(spec.automountServiceAccountToken()),
                    NO_TOKEN),
            honoured("containers"),
            ignoredEach(
                    "containers.ports.hostPort",
                    PodFields::hostPorts,
                    "ports of the machine are not forwarded: connect to the pod's address or to a Service, or set hostNetwork"),
            ignored("dnsConfig", spec -> spec.dnsConfig() != null, NAMES),
            ignoredEach(
                    "dnsPolicy",
                    spec -> USUAL_DNS.contains(spec.dnsPolicy()) ? List.of() : List.of(spec.dnsPolicy()),
                    NAMES),
            honoured("enableServiceLinks"),
            ignoredEach(
                    "ephemeralContainers",
                    spec -> spec.ephemeralContainers().stream()
                            .map(EphemeralContainer::name)
                            .toList(),
                    "ephemeral containers are not run: look at the worker with the machine's own tools"),
            ignored("hostAliases", spec -> !spec.hostAliases().isEmpty(), NAMES),
            // workers see the machine's processes, memory and network anyway
            honoured("hostIPC"),
            honoured("hostNetwork"),
            honoured("hostPID"),
            refused(
                    "hostUsers",
                    spec -> Boolean.FALSE.equals(spec.hostUsers()),
                    "workers have the users of this machine: leave it out"),
            honoured("hostname"),
            ignoredEach(
                    "imagePullSecrets",
                    spec -> spec.imagePullSecrets().stream()
                            .map(LocalObjectReference::name)
                            .toList(),
                    "no image is pulled"),
            refusedEach("initContainers", spec -> initContainers(spec, false), "init containers are not run yet"),
            refusedEach("initContainers", spec -> initContainers(spec, true), "sidecars are not run yet"),
            honoured("nodeName"),
            honoured("nodeSelector"),
            refusedEach(
                    "os",
                    spec -> spec.os() == null || spec.os().name().equals(operatingSystem())
                            ? List.of()
                            : List.of(spec.os().name()),
                    "this machine runs " + operatingSystem()),
            honoured("overhead"),
            honoured("preemptionPolicy"),
            honoured("priority"),
            ignoredEach(
                    "priorityClassName",
                    spec -> spec.priorityClassName().isEmpty() || spec.priority() != null
                            ? List.of()
                            : List.of(spec.priorityClassName()),
                    "there are no PriorityClasses: set priority"),
            honoured("readinessGates"),
            refusedEach(
                    "resourceClaims",
                    spec -> spec.resourceClaims().stream()
                            .map(PodResourceClaim::name)
                            .toList(),
                    "devices are not claimed: leave it out"),
            ignored(
                    "resources.limits",
                    spec -> spec.resources() != null
                            && !spec.resources().limits().isEmpty(),
                    ContainerFields.NO_LIMITS),
            honoured("restartPolicy"),
            refusedEach(
                    "runtimeClassName",
                    spec -> spec.runtimeClassName() == null
                                    || spec.runtimeClassName().isEmpty()
                            ? List.of()
                            : List.of(spec.runtimeClassName()),
                    "the image's scheme picks the runtime; leave it out"),
            honoured("schedulerName"),
            honoured("schedulingGates"),
            // judged by SecurityFields
            honoured("securityContext"),
            ignored("serviceAccount", spec -> isAccount(spec.serviceAccount()), NO_TOKEN),
            ignored("serviceAccountName", spec -> isAccount(spec.serviceAccountName()), NO_TOKEN),
            ignored(
                    "setHostnameAsFQDN",
                    spec -> Boolean.TRUE.equals(spec.setHostnameAsFQDN()),
                    "a worker has this machine's host name; the pod's is in the variable HOSTNAME"),
            // the processes of a machine see each other
            honoured("shareProcessNamespace"),
            // shows in the EndpointSlices of the Service of that name
            honoured("subdomain"),
            honoured("terminationGracePeriodSeconds"),
            honoured("tolerations"),
            ignored(
                    "topologySpreadConstraints",
                    spec -> !spec.topologySpreadConstraints().isEmpty(),
                    UNPLACED),
            refusedEach(
                    "volumes",
                    spec -> spec.volumes().stream().map(Volume::name).toList(),
                    "volumes are not provided yet"));

    private PodFields() {}

    static List<FieldRule<PodSpec>> rules() {
        return RULES;
    }

    private static List<String> initContainers(PodSpec spec, boolean sidecars) {
        return spec.initContainers().stream()
                .filter(container -> sidecars == "Always".equals(container.restartPolicy()))
                .map(Container::name)
                .toList();
    }

    /** On the host's network a port is the host's anyway. */
    private static List<String> hostPorts(PodSpec spec) {
        return spec.hostNetwork()
                ? List.of()
                : spec.containers().stream()
                        .flatMap(container -> container.ports().stream()
                                .filter(port -> port.hostPort() > 0)
                                .map(port -> container.name() + " " + port.hostPort()))
                        .toList();
    }

    private static boolean isAccount(String name) {
        return !name.isEmpty() && !name.equals("default");
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }
}
