// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.Atomic;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What runs these containers, with everything else as Kubernetes has it by default. */
    public static PodSpec of(Container... containers) {
        return EMPTY.withContainers(List.of(containers));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodSpec that
                        && hostPID == that.hostPID
                        && hostNetwork == that.hostNetwork
                        && hostIPC == that.hostIPC
                        && Objects.equals(activeDeadlineSeconds, that.activeDeadlineSeconds)
                        && Objects.equals(affinity, that.affinity)
                        && Objects.equals(automountServiceAccountToken, that.automountServiceAccountToken)
                        && containers.equals(that.containers)
                        && Objects.equals(dnsConfig, that.dnsConfig)
                        && dnsPolicy.equals(that.dnsPolicy)
                        && Objects.equals(enableServiceLinks, that.enableServiceLinks)
                        && ephemeralContainers.equals(that.ephemeralContainers)
                        && hostAliases.equals(that.hostAliases)
                        && Objects.equals(hostUsers, that.hostUsers)
                        && hostname.equals(that.hostname)
                        && imagePullSecrets.equals(that.imagePullSecrets)
                        && initContainers.equals(that.initContainers)
                        && nodeName.equals(that.nodeName)
                        && nodeSelector.equals(that.nodeSelector)
                        && Objects.equals(os, that.os)
                        && overhead.equals(that.overhead)
                        && Objects.equals(preemptionPolicy, that.preemptionPolicy)
                        && Objects.equals(priority, that.priority)
                        && priorityClassName.equals(that.priorityClassName)
                        && readinessGates.equals(that.readinessGates)
                        && resourceClaims.equals(that.resourceClaims)
                        && Objects.equals(resources, that.resources)
                        && restartPolicy.equals(that.restartPolicy)
                        && Objects.equals(runtimeClassName, that.runtimeClassName)
                        && schedulerName.equals(that.schedulerName)
                        && schedulingGates.equals(that.schedulingGates)
                        && Objects.equals(securityContext, that.securityContext)
                        && serviceAccount.equals(that.serviceAccount)
                        && serviceAccountName.equals(that.serviceAccountName)
                        && Objects.equals(setHostnameAsFQDN, that.setHostnameAsFQDN)
                        && Objects.equals(shareProcessNamespace, that.shareProcessNamespace)
                        && subdomain.equals(that.subdomain)
                        && Objects.equals(terminationGracePeriodSeconds, that.terminationGracePeriodSeconds)
                        && tolerations.equals(that.tolerations)
                        && topologySpreadConstraints.equals(that.topologySpreadConstraints)
                        && volumes.equals(that.volumes));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(activeDeadlineSeconds);
        hash = 31 * hash + Objects.hashCode(affinity);
        hash = 31 * hash + Objects.hashCode(automountServiceAccountToken);
        hash = 31 * hash + containers.hashCode();
        hash = 31 * hash + Objects.hashCode(dnsConfig);
        hash = 31 * hash + dnsPolicy.hashCode();
        hash = 31 * hash + Objects.hashCode(enableServiceLinks);
        hash = 31 * hash + ephemeralContainers.hashCode();
        hash = 31 * hash + hostAliases.hashCode();
        hash = 31 * hash + Boolean.hashCode(hostIPC);
        hash = 31 * hash + Boolean.hashCode(hostNetwork);
        hash = 31 * hash + Boolean.hashCode(hostPID);
        hash = 31 * hash + Objects.hashCode(hostUsers);
        hash = 31 * hash + hostname.hashCode();
        hash = 31 * hash + imagePullSecrets.hashCode();
        hash = 31 * hash + initContainers.hashCode();
        hash = 31 * hash + nodeName.hashCode();
        hash = 31 * hash + nodeSelector.hashCode();
        hash = 31 * hash + Objects.hashCode(os);
        hash = 31 * hash + overhead.hashCode();
        hash = 31 * hash + Objects.hashCode(preemptionPolicy);
        hash = 31 * hash + Objects.hashCode(priority);
        hash = 31 * hash + priorityClassName.hashCode();
        hash = 31 * hash + readinessGates.hashCode();
        hash = 31 * hash + resourceClaims.hashCode();
        hash = 31 * hash + Objects.hashCode(resources);
        hash = 31 * hash + restartPolicy.hashCode();
        hash = 31 * hash + Objects.hashCode(runtimeClassName);
        hash = 31 * hash + schedulerName.hashCode();
        hash = 31 * hash + schedulingGates.hashCode();
        hash = 31 * hash + Objects.hashCode(securityContext);
        hash = 31 * hash + serviceAccount.hashCode();
        hash = 31 * hash + serviceAccountName.hashCode();
        hash = 31 * hash + Objects.hashCode(setHostnameAsFQDN);
        hash = 31 * hash + Objects.hashCode(shareProcessNamespace);
        hash = 31 * hash + subdomain.hashCode();
        hash = 31 * hash + Objects.hashCode(terminationGracePeriodSeconds);
        hash = 31 * hash + tolerations.hashCode();
        hash = 31 * hash + topologySpreadConstraints.hashCode();
        hash = 31 * hash + volumes.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
