package io.coxswain.node.fields;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSecurityContext;
import io.coxswain.api.core.v1.SecurityContext;
import java.util.Optional;

/** Whether a container that must not run as root would: {@code verifyRunAsNonRoot} of {@code pkg/kubelet/kuberuntime/security_context.go}. */
public final class NonRoot {
    private NonRoot() {}

    /** Why the container must not be started as this user, in the kubelet's words; empty if it may. */
    public static Optional<String> violation(Pod pod, Container container, ProcessUser user) {
        SecurityContext own = container.securityContext() == null ? SecurityContext.EMPTY : container.securityContext();
        PodSecurityContext shared = pod.spec().securityContext() == null
                ? PodSecurityContext.EMPTY
                : pod.spec().securityContext();
        Boolean nonRoot = own.runAsNonRoot() == null ? shared.runAsNonRoot() : own.runAsNonRoot();
        Long asked = own.runAsUser() == null ? shared.runAsUser() : own.runAsUser();
        long uid = asked == null ? user.uid() : asked;
        if (!Boolean.TRUE.equals(nonRoot) || uid != 0) {
            return Optional.empty();
        }
        String subject = "(pod: \"" + pod.metadata().name() + "_"
                + pod.metadata().namespace() + "(" + pod.metadata().uid() + ")\", container: " + container.name() + ")";
        return Optional.of(
                asked == null
                        ? "container has runAsNonRoot and image will run as root " + subject
                                + ": start the application as another user"
                        : "container's runAsUser breaks non-root policy " + subject);
    }
}
