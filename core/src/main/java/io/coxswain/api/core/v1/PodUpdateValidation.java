package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says which changes of a pod's spec aren't allowed; see {@code ValidatePodUpdate} in Kubernetes. */
final class PodUpdateValidation {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private PodUpdateValidation() {}

    static void validate(PodSpec now, PodSpec old, FieldErrors errors) {
        if (now.equals(old)
                || !sameNumber("containers", now.containers(), old.containers(), errors)
                || !sameNumber("initContainers", now.initContainers(), old.initContainers(), errors)
                || !deadlineStays(now.activeDeadlineSeconds(), old.activeDeadlineSeconds(), errors)) {
            return;
        }
        tolerations(now.tolerations(), old.tolerations(), errors);
        gates(now.schedulingGates(), old.schedulingGates(), errors);
        PodSpec rest = withoutWhatMayChange(now, old);
        if (!old.schedulingGates().isEmpty()) {
            rest = gated(rest, old, errors);
        }
        if (!rest.equals(old)) {
            errors.forbidden("pod updates may not change fields other than `spec.containers[*].image`,"
                    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions"
                    + " to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it"
                    + " was previously negative)");
        }
    }

    private static boolean sameNumber(String field, List<Container> now, List<Container> old, FieldErrors errors) {
        if (now.size() != old.size()) {
            errors.at(field).forbidden("pod updates may not add or remove containers");
            return false;
        }
        return true;
    }

    /** A deadline may be set, and be brought forward; taking it away is an error after which Kubernetes goes on. */
    private static boolean deadlineStays(@Nullable Long now, @Nullable Long old, FieldErrors errors) {
        FieldErrors at = errors.at("activeDeadlineSeconds");
        if (now == null) {
            if (old != null) {
                at.invalid(null, "must not update from a positive integer to nil value");
            }
            return true;
        }
        if (now < 0 || now > Integer.MAX_VALUE) {
            at.invalid(now, "must be between 0 and 2147483647, inclusive");
            return false;
        }
        if (old != null && old < now) {
            at.invalid(now, "must be less than or equal to previous value");
            return false;
        }
        return true;
    }

    private static void tolerations(List<Toleration> now, List<Toleration> old, FieldErrors errors) {
        for (Toleration before : old) {
            boolean kept =
                    now.stream().anyMatch(each -> each.equals(before.withTolerationSeconds(each.tolerationSeconds())));
            if (!kept) {
                errors.at("tolerations")
                        .forbidden("existing toleration can not be modified except its tolerationSeconds");
                return;
            }
        }
    }

    private static void gates(List<PodSchedulingGate> now, List<PodSchedulingGate> old, FieldErrors errors) {
        for (int i = 0; i < now.size(); i++) {
            if (!old.contains(now.get(i))) {
                errors.at("schedulingGates", i)
                        .at("name")
                        .forbidden("only deletion is allowed, but found new scheduling gate '"
                                + now.get(i).name() + "'");
            }
        }
    }

    private static PodSpec withoutWhatMayChange(PodSpec now, PodSpec old) {
        Long grace = old.terminationGracePeriodSeconds();
        boolean mended = grace != null && grace < 0 && Objects.equals(now.terminationGracePeriodSeconds(), 1L);
        return now.with(builder -> builder.containers(withImagesOf(old.containers(), now.containers()))
                .initContainers(withImagesOf(old.initContainers(), now.initContainers()))
                .activeDeadlineSeconds(old.activeDeadlineSeconds())
                .schedulingGates(old.schedulingGates())
                .tolerations(old.tolerations())
                .terminationGracePeriodSeconds(mended ? grace : now.terminationGracePeriodSeconds()));
    }

    private static List<Container> withImagesOf(List<Container> old, List<Container> now) {
        List<Container> changed = new ArrayList<>(now.size());
        for (int i = 0; i < now.size(); i++) {
            changed.add(now.get(i).withImage(old.get(i).image()));
        }
        return changed;
    }

    /** Until its gates are gone, where a pod may run can be narrowed (KEP-3838); what is allowed is undone. */
    private static PodSpec gated(PodSpec now, PodSpec old, FieldErrors errors) {
        PodSpec rest = now;
        if (!now.nodeSelector().equals(old.nodeSelector())) {
            if (!now.nodeSelector().entrySet().containsAll(old.nodeSelector().entrySet())) {
                errors.at("nodeSelector")
                        .invalid(
                                now.nodeSelector(),
                                "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
            }
            rest = rest.withNodeSelector(old.nodeSelector());
        }
        NodeAffinity before = nodeAffinity(old.affinity());
        NodeAffinity after = nodeAffinity(now.affinity());
        if (!Objects.equals(before, after)) {
            narrowed(after, before, errors);
            rest = rest.withAffinity(withNodeAffinity(now.affinity(), old.affinity(), before));
        }
        return rest;
    }

    private static @Nullable NodeAffinity nodeAffinity(@Nullable Affinity affinity) {
        return affinity == null ? null : affinity.nodeAffinity();
    }

    private static @Nullable Affinity withNodeAffinity(
            @Nullable Affinity now, @Nullable Affinity old, @Nullable NodeAffinity nodes) {
        if (now == null) {
            return new Affinity(nodes, null, null);
        }
        boolean alone = now.podAffinity() == null && now.podAntiAffinity() == null;
        return old == null && alone ? null : now.withNodeAffinity(nodes);
    }

    private static List<NodeSelectorTerm> requiredTerms(@Nullable NodeAffinity affinity) {
        NodeSelector required = affinity == null ? null : affinity.requiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.nodeSelectorTerms();
    }

    private static void narrowed(@Nullable NodeAffinity now, @Nullable NodeAffinity old, FieldErrors spec) {
        List<NodeSelectorTerm> before = requiredTerms(old);
        List<NodeSelectorTerm> after = requiredTerms(now);
        if (before.isEmpty()) {
            return;
        }
        FieldErrors errors = spec.at("affinity").at("nodeAffinity").at(REQUIRED);
        if (before.size() != after.size()) {
            errors.at("nodeSelectorTerms")
                    .invalid(after, "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!isNarrowed(after.get(i), before.get(i))) {
                errors.at("nodeSelectorTerms", i)
                        .invalid(after.get(i), "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    /** A term without requirements matches no node, so that more of them would widen it. */
    private static boolean isNarrowed(NodeSelectorTerm now, NodeSelectorTerm old) {
        if (old.matchExpressions().isEmpty() && old.matchFields().isEmpty()) {
            return now.matchExpressions().isEmpty() && now.matchFields().isEmpty();
        }
        return begins(now.matchExpressions(), old.matchExpressions()) && begins(now.matchFields(), old.matchFields());
    }

    private static <T> boolean begins(List<T> longer, List<T> shorter) {
        return longer.size() >= shorter.size()
                && longer.subList(0, shorter.size()).equals(shorter);
    }
}
