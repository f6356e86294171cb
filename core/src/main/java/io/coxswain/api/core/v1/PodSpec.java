// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pod is asked to run, and where. */
@RecordBuilder
public record PodSpec(
        @Nullable Long activeDeadlineSeconds,
        @Nullable Affinity affinity,
        @Nullable Boolean automountServiceAccountToken,

        @Required @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<Container> containers,

        @Nullable PodDNSConfig dnsConfig,
        String dnsPolicy,
        @Nullable Boolean enableServiceLinks,

        @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<EphemeralContainer> ephemeralContainers,

        @ListMap("ip") @StrategicMerge(value = "merge", key = "ip")
        List<HostAlias> hostAliases,

        boolean hostIPC,
        boolean hostNetwork,
        boolean hostPID,
        @Nullable Boolean hostUsers,
        String hostname,

        @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<LocalObjectReference> imagePullSecrets,

        @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<Container> initContainers,

        String nodeName,
        @Atomic Map<String, String> nodeSelector,
        @Nullable PodOS os,
        Map<String, Quantity> overhead,
        @EmptyIsValue @Nullable String preemptionPolicy,
        @Nullable Integer priority,
        String priorityClassName,
        List<PodReadinessGate> readinessGates,

        @ListMap("name") @StrategicMerge(value = "merge,retainKeys", key = "name")
        List<PodResourceClaim> resourceClaims,

        @Nullable ResourceRequirements resources,
        String restartPolicy,
        @EmptyIsValue @Nullable String runtimeClassName,
        String schedulerName,

        @ListMap("name") @StrategicMerge(value = "merge", key = "name")
        List<PodSchedulingGate> schedulingGates,

        @Nullable PodSecurityContext securityContext,
        String serviceAccount,
        String serviceAccountName,
        @Nullable Boolean setHostnameAsFQDN,
        @Nullable Boolean shareProcessNamespace,
        String subdomain,
        @Nullable Long terminationGracePeriodSeconds,
        List<Toleration> tolerations,

        @ListMap({"topologyKey", "whenUnsatisfiable"}) @StrategicMerge(value = "merge", key = "topologyKey")
        List<TopologySpreadConstraint> topologySpreadConstraints,

        @ListMap("name") @StrategicMerge(value = "merge,retainKeys", key = "name")
        List<Volume> volumes)
        implements PodSpecBuilder.With {
    /** Nothing is set. */
    public static final PodSpec EMPTY = new PodSpec(
            null, null, null, List.of(), null, "", null, List.of(), List.of(), false, false, false, null, "", List.of(),
            List.of(), "", Map.of(), null, Map.of(), null, null, "", List.of(), List.of(), null, "", null, "",
            List.of(), null, "", "", null, null, "", null, List.of(), List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodSpec {
        containers = Ordered.list(containers);
        dnsPolicy = requireNonNullElse(dnsPolicy, "");
        ephemeralContainers = Ordered.list(ephemeralContainers);
        hostAliases = Ordered.list(hostAliases);
        hostname = requireNonNullElse(hostname, "");
        imagePullSecrets = Ordered.list(imagePullSecrets);
        initContainers = Ordered.list(initContainers);
        nodeName = requireNonNullElse(nodeName, "");
        nodeSelector = Ordered.map(nodeSelector);
        overhead = Ordered.map(overhead);
        priorityClassName = requireNonNullElse(priorityClassName, "");
        readinessGates = Ordered.list(readinessGates);
        resourceClaims = Ordered.list(resourceClaims);
        restartPolicy = requireNonNullElse(restartPolicy, "");
        schedulerName = requireNonNullElse(schedulerName, "");
        schedulingGates = Ordered.list(schedulingGates);
        serviceAccount = requireNonNullElse(serviceAccount, "");
        serviceAccountName = requireNonNullElse(serviceAccountName, "");
        subdomain = requireNonNullElse(subdomain, "");
        tolerations = Ordered.list(tolerations);
        topologySpreadConstraints = Ordered.list(topologySpreadConstraints);
        volumes = Ordered.list(volumes);
    }
}
