// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Times;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a pod: phase, conditions, containers, addresses. */
@RecordBuilder
public record PodStatus(
        @ListMap("type") @StrategicMerge(value = "merge", key = "type")
        List<PodCondition> conditions,

        List<ContainerStatus> containerStatuses,
        List<ContainerStatus> ephemeralContainerStatuses,
        String hostIP,
        @StrategicMerge(value = "merge", key = "ip") List<HostIP> hostIPs,
        List<ContainerStatus> initContainerStatuses,
        String message,
        String nominatedNodeName,
        String phase,
        String podIP,

        @ListMap("ip") @StrategicMerge(value = "merge", key = "ip")
        List<PodIP> podIPs,

        String qosClass,
        String reason,
        String resize,

        @ListMap("name") @StrategicMerge(value = "merge,retainKeys", key = "name")
        List<PodResourceClaimStatus> resourceClaimStatuses,

        @Nullable Instant startTime)
        implements PodStatusBuilder.With {
    /** Nothing is set. */
    public static final PodStatus EMPTY = new PodStatus(
            List.of(), List.of(), List.of(), "", List.of(), List.of(), "", "", "", "", List.of(), "", "", "", List.of(),
            null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodStatus {
        conditions = Ordered.list(conditions);
        containerStatuses = Ordered.list(containerStatuses);
        ephemeralContainerStatuses = Ordered.list(ephemeralContainerStatuses);
        hostIP = requireNonNullElse(hostIP, "");
        hostIPs = Ordered.list(hostIPs);
        initContainerStatuses = Ordered.list(initContainerStatuses);
        message = requireNonNullElse(message, "");
        nominatedNodeName = requireNonNullElse(nominatedNodeName, "");
        phase = requireNonNullElse(phase, "");
        podIP = requireNonNullElse(podIP, "");
        podIPs = Ordered.list(podIPs);
        qosClass = requireNonNullElse(qosClass, "");
        reason = requireNonNullElse(reason, "");
        resize = requireNonNullElse(resize, "");
        resourceClaimStatuses = Ordered.list(resourceClaimStatuses);
        startTime = Times.seconds(startTime);
    }

    /** The condition of this type, if there is one. */
    public Optional<PodCondition> condition(String type) {
        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** This with this condition in the place of the one of its type, else at the end. */
    public PodStatus withCondition(PodCondition condition) {
        return withConditions(Ordered.with(conditions, condition, PodCondition::type));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodStatus that
                        && conditions.equals(that.conditions)
                        && containerStatuses.equals(that.containerStatuses)
                        && ephemeralContainerStatuses.equals(that.ephemeralContainerStatuses)
                        && hostIP.equals(that.hostIP)
                        && hostIPs.equals(that.hostIPs)
                        && initContainerStatuses.equals(that.initContainerStatuses)
                        && message.equals(that.message)
                        && nominatedNodeName.equals(that.nominatedNodeName)
                        && phase.equals(that.phase)
                        && podIP.equals(that.podIP)
                        && podIPs.equals(that.podIPs)
                        && qosClass.equals(that.qosClass)
                        && reason.equals(that.reason)
                        && resize.equals(that.resize)
                        && resourceClaimStatuses.equals(that.resourceClaimStatuses)
                        && Objects.equals(startTime, that.startTime));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = conditions.hashCode();
        hash = 31 * hash + containerStatuses.hashCode();
        hash = 31 * hash + ephemeralContainerStatuses.hashCode();
        hash = 31 * hash + hostIP.hashCode();
        hash = 31 * hash + hostIPs.hashCode();
        hash = 31 * hash + initContainerStatuses.hashCode();
        hash = 31 * hash + message.hashCode();
        hash = 31 * hash + nominatedNodeName.hashCode();
        hash = 31 * hash + phase.hashCode();
        hash = 31 * hash + podIP.hashCode();
        hash = 31 * hash + podIPs.hashCode();
        hash = 31 * hash + qosClass.hashCode();
        hash = 31 * hash + reason.hashCode();
        hash = 31 * hash + resize.hashCode();
        hash = 31 * hash + resourceClaimStatuses.hashCode();
        hash = 31 * hash + Objects.hashCode(startTime);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
