package io.coxswain.node.fields;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which fields of a pod aren't honoured. Pure.
 *
 * @param findings in the order of the tables
 */
public record FieldReport(List<FieldFinding> findings) {
    /** Reason of a pod that is refused, of its condition and of its Event. */
    public static final String REFUSED = "UnsupportedFeature";

    /** Condition of a pod that is refused. */
    public static final String SUPPORTED_CONDITION = "coxswain.io/Supported";

    /** Reason of the condition and of the Event of a pod that runs without some of its fields. */
    public static final String IGNORED = "FieldsNotHonoured";

    /** Condition of a pod that runs without some of its fields. */
    public static final String HONOURED_CONDITION = "coxswain.io/FieldsHonoured";

    /** The conditions that {@link #conditions} may give. */
    public static final List<String> CONDITIONS = List.of(SUPPORTED_CONDITION, HONOURED_CONDITION);

    /** Keeps a copy. */
    public FieldReport {
        findings = List.copyOf(findings);
    }

    /** Judges a pod that is to be run as this user. */
    public static FieldReport of(Pod pod, ProcessUser user) {
        PodSpec spec = pod.spec();
        List<FieldFinding> found = new ArrayList<>();
        PodFields.rules().forEach(rule -> found.addAll(rule.findings("spec", spec)));
        if (spec.securityContext() != null) {
            SecurityFields.ofPod(user)
                    .forEach(rule -> found.addAll(rule.findings("spec.securityContext", spec.securityContext())));
        }
        for (Container container : spec.containers()) {
            String path = "spec.containers[" + container.name() + "]";
            ContainerFields.rules().forEach(rule -> found.addAll(rule.findings(path, container)));
            if (container.securityContext() != null) {
                SecurityFields.ofContainer(user)
                        .forEach(rule ->
                                found.addAll(rule.findings(path + ".securityContext", container.securityContext())));
            }
        }
        return new FieldReport(found);
    }

    /** Why the pod can't be run; empty if it can. */
    public String refusal() {
        return messages(Treatment.REFUSED);
    }

    /** What it runs without; empty if nothing. */
    public String ignored() {
        return messages(Treatment.IGNORED);
    }

    private String messages(Treatment treatment) {
        return findings.stream()
                .filter(finding -> finding.treatment() == treatment)
                .map(FieldFinding::message)
                .collect(Collectors.joining("; "));
    }

    /** What the pod's status is to say of it; none if all is honoured. */
    public List<PodCondition> conditions() {
        if (!refusal().isEmpty()) {
            return List.of(new PodCondition(SUPPORTED_CONDITION, "False", null, null, refusal(), REFUSED));
        }
        return ignored().isEmpty()
                ? List.of()
                : List.of(new PodCondition(HONOURED_CONDITION, "False", null, null, ignored(), IGNORED));
    }
}
