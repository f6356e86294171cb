package io.coxswain.node.fields;

import static io.coxswain.node.fields.FieldRule.honoured;
import static io.coxswain.node.fields.FieldRule.ignored;
import static io.coxswain.node.fields.FieldRule.ignoredEach;
import static io.coxswain.node.fields.FieldRule.refused;
import static io.coxswain.node.fields.FieldRule.refusedEach;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.api.core.v1.ResourceClaim;
import io.coxswain.api.core.v1.VolumeDevice;
import io.coxswain.api.core.v1.VolumeMount;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is done about each field of a Container. */
final class ContainerFields {
    static final String NO_LIMITS =
            "limits are not enforced: a worker that uses more is not stopped; for java: images put -Xmx into the variable JAVA_OPTS";
    private static final String NO_GRPC = "grpc probes are not made yet; use httpGet, tcpSocket or exec";
    private static final String NO_HOOK = "is no hook that Kubernetes runs; use exec, httpGet or sleep";
    private static final String DEFAULT_MESSAGE_PATH = "/dev/termination-log";

    private static final List<FieldRule<Container>> RULES = List.of(
            honoured("name"),
            honoured("args"),
            honoured("command"),
            honoured("env"),
            honoured("envFrom"),
            honoured("image"),
            // nothing is pulled, so every policy comes to the same; a default is always set
            honoured("imagePullPolicy"),
            refused(
                    "lifecycle.postStart.tcpSocket",
                    container -> container.lifecycle() != null
                            && isTcp(container.lifecycle().postStart()),
                    NO_HOOK),
            refused(
                    "lifecycle.preStop.tcpSocket",
                    container -> container.lifecycle() != null
                            && isTcp(container.lifecycle().preStop()),
                    NO_HOOK),
            refused("livenessProbe.grpc", isGrpc(Container::livenessProbe), NO_GRPC),
            // their hostPort is judged by PodFields
            honoured("ports"),
            refused("readinessProbe.grpc", isGrpc(Container::readinessProbe), NO_GRPC),
            ignored(
                    "resizePolicy",
                    container -> !container.resizePolicy().isEmpty(),
                    "resources of a running worker are not changed"),
            refusedEach(
                    "resources.claims",
                    container -> container.resources().claims().stream()
                            .map(ResourceClaim::name)
                            .toList(),
                    "devices are not claimed: leave it out"),
            ignoredEach(
                    "resources.limits",
                    container -> container.resources().limits().isEmpty()
                            ? List.of()
                            : List.of(String.join(
                                    ", ", container.resources().limits().keySet())),
                    NO_LIMITS),
            // only init containers have one
            honoured("restartPolicy"),
            // judged by SecurityFields
            honoured("securityContext"),
            refused("startupProbe.grpc", isGrpc(Container::startupProbe), NO_GRPC),
            ignored("stdin", Container::stdin, "standard input is empty, since nobody can attach to it"),
            ignored("stdinOnce", Container::stdinOnce, "standard input is empty, since nobody can attach to it"),
            ignoredEach(
                    "terminationMessagePath",
                    container -> isUsualPath(container.terminationMessagePath())
                            ? List.of()
                            : List.of(container.terminationMessagePath()),
                    "no message is read from a file: set terminationMessagePolicy to FallbackToLogsOnError"),
            honoured("terminationMessagePolicy"),
            ignored("tty", Container::tty, "output goes to a log: there is no terminal"),
            refusedEach(
                    "volumeDevices",
                    container -> container.volumeDevices().stream()
                            .map(VolumeDevice::name)
                            .toList(),
                    "volumes are not provided yet"),
            refusedEach(
                    "volumeMounts",
                    container -> container.volumeMounts().stream()
                            .map(VolumeMount::name)
                            .toList(),
                    "volumes are not provided yet"),
            honoured("workingDir"));

    private ContainerFields() {}

    static List<FieldRule<Container>> rules() {
        return RULES;
    }

    private static boolean isTcp(@Nullable LifecycleHandler handler) {
        return handler != null && handler.tcpSocket() != null;
    }

    private static Predicate<Container> isGrpc(Function<Container, @Nullable Probe> probe) {
        return container -> {
            Probe found = probe.apply(container);
            return found != null && found.grpc() != null;
        };
    }

    private static boolean isUsualPath(String path) {
        return path.isEmpty() || path.equals(DEFAULT_MESSAGE_PATH);
    }
}
