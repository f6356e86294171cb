package io.coxswain.node.status;

import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.HostIP;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodIP;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.core.v1.PodStatusBuilder;
import io.coxswain.node.fields.FieldReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a pod's status together. Pure: the same parts on the same base give the same status, so that nothing is written twice. */
public final class PodStatuses {
    private PodStatuses() {}

    /**
     * What the agent knows of a pod.
     *
     * @param startTime when the agent took it up
     * @param hostAddress the node's address
     * @param podAddress the pod's, or empty
     * @param containers of each container, in the order of the spec
     * @param restarts whether containers will be started again
     * @param verdict a phase that stands whatever the containers say, with its reason; {@code null} where there is none
     * @param own conditions beside those of every pod
     */
    public record Parts(
            Instant startTime,
            String hostAddress,
            String podAddress,
            List<ContainerStatus> containers,
            PodPhases.Restarts restarts,
            @Nullable Verdict verdict,
            List<PodCondition> own) {}

    /** A phase decided by the agent itself, such as that of a pod past its deadline. */
    public record Verdict(String phase, String reason, String message) {}

    /** The whole status. Conditions of others stay; a condition that keeps its status keeps its transition time. */
    public static PodStatus of(Pod base, Parts parts, Instant now) {
        PodStatus old = base.status();
        PodStatus observed = PodStatusBuilder.builder(old)
                .containerStatuses(parts.containers())
                .startTime(old.startTime() == null ? parts.startTime() : old.startTime())
                .hostIP(parts.hostAddress())
                .hostIPs(List.of(new HostIP(parts.hostAddress())))
                .podIP(parts.podAddress())
                .podIPs(parts.podAddress().isEmpty() ? List.of() : List.of(new PodIP(parts.podAddress())))
                .build();
        Verdict verdict = parts.verdict();
        String phase = verdict != null ? verdict.phase() : PodPhases.of(base.spec(), observed, parts.restarts());
        return PodStatusBuilder.builder(observed)
                .phase(phase)
                .reason(verdict != null ? verdict.reason() : "")
                .message(verdict != null ? verdict.message() : "")
                .conditions(conditions(base, observed, phase, parts, now))
                .build();
    }

    private static List<PodCondition> conditions(Pod base, PodStatus observed, String phase, Parts parts, Instant now) {
        Map<String, PodCondition> all = new LinkedHashMap<>();
        observed.conditions().forEach(condition -> all.put(condition.type(), condition));
        if (!all.containsKey(PodConditions.SCHEDULED)) {
            put(all, new PodCondition(PodConditions.SCHEDULED, "True", null, null, "", ""), now);
        }
        FieldReport.CONDITIONS.forEach(type -> {
            if (parts.own().stream().noneMatch(condition -> condition.type().equals(type))) {
                all.remove(type);
            }
        });
        for (PodCondition condition : parts.own()) {
            put(all, condition, now);
        }
        put(all, PodConditions.initialized(base.spec(), observed, phase), now);
        put(all, PodConditions.containersReady(base.spec(), observed, phase), now);
        put(all, PodConditions.ready(base.spec(), observed, phase), now);
        return new ArrayList<>(all.values());
    }

    private static void put(Map<String, PodCondition> all, PodCondition condition, Instant now) {
        PodCondition old = all.get(condition.type());
        Instant before = old == null || !old.status().equals(condition.status()) ? null : old.lastTransitionTime();
        Instant since = before == null ? now : before;
        all.put(
                condition.type(),
                new PodCondition(
                        condition.type(), condition.status(), null, since, condition.message(), condition.reason()));
    }
}
