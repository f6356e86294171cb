package io.coxswain.node.status;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerStateTerminated;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import java.util.List;
import java.util.Optional;

/**
 * The phase of a pod from its containers: {@code getPhase} of {@code pkg/kubelet/kubelet_pods.go}. Pure.
 *
 * <p>Pending until the init containers are through and every container has started once; Running while something runs or will be restarted; Succeeded or Failed by the exit codes when nothing will be.
 */
public final class PodPhases {
    public static final String PENDING = "Pending";
    public static final String RUNNING = "Running";
    public static final String SUCCEEDED = "Succeeded";
    public static final String FAILED = "Failed";

    /** What the containers of a pod are up to, counted. */
    private int initialising;

    private int failedInit;
    private int sidecarsStarting;
    private int unknown;
    private int running;
    private int waiting;
    private int stopped;
    private int succeeded;

    private PodPhases() {}

    /** Whether any container of a pod will be started once more. */
    public enum Restarts {
        BY_POLICY,
        /** None: the pod is being deleted or is past its deadline. */
        NONE
    }

    public static String of(PodSpec spec, PodStatus status, Restarts restarts) {
        PodPhases counts = new PodPhases();
        for (Container container : spec.initContainers()) {
            if (isSidecar(container)) {
                counts.countSidecar(find(status.initContainerStatuses(), container));
            } else {
                counts.countInit(find(status.initContainerStatuses(), container));
            }
        }
        for (Container container : spec.containers()) {
            counts.countMain(find(status.containerStatuses(), container));
        }
        return counts.phase(spec.restartPolicy(), anyStarted(spec, status), restarts);
    }

    public static boolean isFinal(String phase) {
        return phase.equals(SUCCEEDED) || phase.equals(FAILED);
    }

    public static boolean isSidecar(Container initContainer) {
        return "Always".equals(initContainer.restartPolicy());
    }

    public static Optional<ContainerStatus> find(List<ContainerStatus> statuses, Container container) {
        return statuses.stream()
                .filter(status -> status.name().equals(container.name()))
                .findFirst();
    }

    /** Whether a container other than an init container runs or has ended: then the pod was initialised once. */
    public static boolean anyStarted(PodSpec spec, PodStatus status) {
        return spec.containers().stream()
                .map(container -> find(status.containerStatuses(), container))
                .flatMap(Optional::stream)
                .anyMatch(found ->
                        found.state().running() != null || found.state().terminated() != null);
    }

    private void countInit(Optional<ContainerStatus> found) {
        ContainerStateTerminated end =
                found.map(status -> status.state().terminated()).orElse(null);
        if (end == null && found.isPresent() && found.get().state().waiting() != null) {
            end = found.get().lastState().terminated();
        }
        if (end == null) {
            initialising++;
        } else if (end.exitCode() != 0) {
            failedInit++;
        }
    }

    private void countSidecar(Optional<ContainerStatus> found) {
        if (found.isEmpty()) {
            unknown++;
            return;
        }
        ContainerStatus status = found.get();
        if (status.state().running() != null) {
            sidecarsStarting += Boolean.TRUE.equals(status.started()) ? 0 : 1;
            running++;
        } else if (status.state().waiting() != null) {
            boolean ranBefore = status.lastState().terminated() != null;
            sidecarsStarting += ranBefore ? 0 : 1;
            waiting += ranBefore ? 0 : 1;
        } else if (status.state().terminated() == null) {
            sidecarsStarting++;
            unknown++;
        }
    }

    private void countMain(Optional<ContainerStatus> found) {
        if (found.isEmpty()) {
            unknown++;
            return;
        }
        ContainerStatus status = found.get();
        ContainerStateTerminated end = status.state().terminated();
        if (status.state().running() != null) {
            running++;
        } else if (end != null) {
            stopped++;
            succeeded += end.exitCode() == 0 ? 1 : 0;
        } else if (status.state().waiting() == null) {
            unknown++;
        } else if (status.lastState().terminated() != null) {
            stopped++;
        } else {
            waiting++;
        }
    }

    private String phase(String restartPolicy, boolean wasInitialised, Restarts restarts) {
        if (failedInit > 0 && restartPolicy.equals("Never")) {
            return FAILED;
        }
        if (initialising > 0 || (sidecarsStarting > 0 && !wasInitialised) || waiting > 0 || unknown > 0) {
            return PENDING;
        }
        if (running > 0) {
            return RUNNING;
        }
        return stopped == 0 ? PENDING : phaseWhenStopped(restartPolicy, restarts);
    }

    private String phaseWhenStopped(String restartPolicy, Restarts restarts) {
        if (restarts == Restarts.NONE) {
            return stopped == succeeded ? SUCCEEDED : FAILED;
        }
        if (restartPolicy.equals("Always")) {
            return RUNNING;
        }
        if (stopped == succeeded) {
            return SUCCEEDED;
        }
        return restartPolicy.equals("Never") ? FAILED : RUNNING;
    }
}
