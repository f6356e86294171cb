// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.ListMap;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Ordered;
import io.coxswain.value.Times;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
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
}
