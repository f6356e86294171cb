package io.coxswain.workloads.deployment;

import io.coxswain.api.apps.v1.DeploymentCondition;
import io.coxswain.api.apps.v1.DeploymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a Deployment's rollout is doing, as its conditions Progressing and Available say (Kubernetes {@code pkg/controller/deployment/progress.go}).
 *
 * @param replicas how many pods are wanted
 * @param generation of the Deployment
 * @param deadlineSeconds how long a rollout may stand still; {@code null}: for ever
 * @param now the time
 */
record Progress(int replicas, long generation, @Nullable Integer deadlineSeconds, Instant now) {
    static final String PROGRESSING = "Progressing";
    static final String AVAILABLE = "Available";
    static final String NEW_REPLICA_SET_AVAILABLE = "NewReplicaSetAvailable";
    static final String NEW_REPLICA_SET_CREATED = "NewReplicaSetCreated";
    static final String REPLICA_SET_UPDATED = "ReplicaSetUpdated";
    static final String DEADLINE_EXCEEDED = "ProgressDeadlineExceeded";
    static final String PAUSED = "DeploymentPaused";
    static final String RESUMED = "DeploymentResumed";

    /** Whether there is a deadline at all; without one there is no condition Progressing. */
    boolean hasDeadline() {
        return deadlineSeconds != null && deadlineSeconds != Integer.MAX_VALUE;
    }

    /**
     * The condition Progressing after a look at a rollout.
     *
     * @param old the recorded counters
     * @param counted those just counted
     * @param present the recorded condition
     * @param subject what the messages speak of, such as {@code ReplicaSet "web-5d8"}
     */
    @Nullable
    DeploymentCondition rollout(
            DeploymentStatus old, DeploymentStatus counted, @Nullable DeploymentCondition present, String subject) {
        if (!hasDeadline()) {
            return null;
        }
        boolean wasComplete = counted.replicas() == counted.updatedReplicas()
                && present != null
                && present.reason().equals(NEW_REPLICA_SET_AVAILABLE);
        if (wasComplete) {
            return present;
        }
        if (isComplete(counted)) {
            return changed(present, "True", NEW_REPLICA_SET_AVAILABLE, subject + " has successfully progressed.");
        }
        if (progressed(old, counted)) {
            return progressing(present, subject + " is progressing.");
        }
        return timedOut(present)
                ? changed(present, "False", DEADLINE_EXCEEDED, subject + " has timed out progressing.")
                : present;
    }

    /** The condition Progressing of a Deployment that has none yet. */
    DeploymentCondition begun(String subject) {
        return condition(PROGRESSING, "True", NEW_REPLICA_SET_CREATED, "Created new " + subject);
    }

    private boolean isComplete(DeploymentStatus counted) {
        return counted.updatedReplicas() == replicas
                && counted.replicas() == replicas
                && counted.availableReplicas() == replicas
                && counted.observedGeneration() >= generation;
    }

    private static boolean progressed(DeploymentStatus old, DeploymentStatus counted) {
        return counted.updatedReplicas() > old.updatedReplicas()
                || counted.replicas() - counted.updatedReplicas() < old.replicas() - old.updatedReplicas()
                || counted.readyReplicas() > old.readyReplicas()
                || counted.availableReplicas() > old.availableReplicas();
    }

    /** Progress moves {@code lastUpdateTime} on, from which the deadline counts, even if nothing else changes. */
    private DeploymentCondition progressing(@Nullable DeploymentCondition present, String message) {
        DeploymentCondition condition = condition(PROGRESSING, "True", REPLICA_SET_UPDATED, message);
        return present != null && present.status().equals("True")
                ? condition.withLastTransitionTime(present.lastTransitionTime())
                : condition;
    }

    private boolean timedOut(@Nullable DeploymentCondition present) {
        if (present == null || present.reason().equals(NEW_REPLICA_SET_AVAILABLE)) {
            return false;
        }
        if (present.reason().equals(DEADLINE_EXCEEDED)) {
            return true;
        }
        Instant since = present.lastUpdateTime();
        return since != null
                && deadlineSeconds != null
                && since.plusSeconds(deadlineSeconds).isBefore(now);
    }

    /** When {@link #rollout} will find the deadline passed, if nothing happens; {@code null}: never. */
    @Nullable
    Instant deadline(@Nullable DeploymentCondition present) {
        boolean open = hasDeadline()
                && present != null
                && !present.reason().equals(NEW_REPLICA_SET_AVAILABLE)
                && !present.reason().equals(DEADLINE_EXCEEDED);
        if (!open || deadlineSeconds == null || present == null || present.lastUpdateTime() == null) {
            return null;
        }
        return present.lastUpdateTime().plusSeconds(deadlineSeconds);
    }

    /** The condition Progressing after a look at whether the Deployment is paused: the time that it is doesn't count. */
    @Nullable
    DeploymentCondition paused(Pause pause, @Nullable DeploymentCondition present) {
        if (!hasDeadline() || (present != null && present.reason().equals(DEADLINE_EXCEEDED))) {
            return present;
        }
        boolean recorded = present != null && present.reason().equals(PAUSED);
        if (pause == Pause.PAUSED && !recorded) {
            return changed(present, "Unknown", PAUSED, "Deployment is paused");
        }
        if (pause == Pause.RUNNING && recorded) {
            return changed(present, "Unknown", RESUMED, "Deployment is resumed");
        }
        return present;
    }

    /** Whether a Deployment is paused. */
    enum Pause {
        PAUSED,
        RUNNING
    }

    /** The condition Available. */
    DeploymentCondition available(int minAvailable, int availableReplicas, @Nullable DeploymentCondition present) {
        return availableReplicas >= minAvailable
                ? changed(
                        AVAILABLE, present, "True", "MinimumReplicasAvailable", "Deployment has minimum availability.")
                : changed(
                        AVAILABLE,
                        present,
                        "False",
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
    }

    private DeploymentCondition changed(
            @Nullable DeploymentCondition present, String status, String reason, String message) {
        return changed(PROGRESSING, present, status, reason, message);
    }

    /** The present condition if it says so already; otherwise the new one, whose transition is older if the status stays. */
    private DeploymentCondition changed(
            String type, @Nullable DeploymentCondition present, String status, String reason, String message) {
        if (present == null || !present.status().equals(status)) {
            return condition(type, status, reason, message);
        }
        return present.reason().equals(reason)
                ? present
                : condition(type, status, reason, message).withLastTransitionTime(present.lastTransitionTime());
    }

    private DeploymentCondition condition(String type, String status, String reason, String message) {
        return new DeploymentCondition(type, status, now, now, message, reason);
    }
}
