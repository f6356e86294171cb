package io.coxswain.api.core.v1;

import io.coxswain.value.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an author may leave out of a container (Kubernetes {@code pkg/apis/core/v1/defaults.go}). What says everything already is returned as it is. */
final class ContainerDefaults {
    private static final String TERMINATION_MESSAGE_PATH = "/dev/termination-log";

    private ContainerDefaults() {}

    static Container container(Container container) {
        return container.with(
                builder -> builder.imagePullPolicy(or(container.imagePullPolicy(), pullPolicy(container.image())))
                        .terminationMessagePath(or(container.terminationMessagePath(), TERMINATION_MESSAGE_PATH))
                        .terminationMessagePolicy(or(container.terminationMessagePolicy(), "File"))
                        .ports(PodDefaults.each(container.ports(), ContainerDefaults::port))
                        .env(PodDefaults.each(container.env(), ContainerDefaults::variable))
                        .lifecycle(lifecycle(container.lifecycle()))
                        .livenessProbe(probe(container.livenessProbe()))
                        .readinessProbe(probe(container.readinessProbe()))
                        .startupProbe(probe(container.startupProbe()))
                        .resources(rounded(container.resources())));
    }

    static EphemeralContainer ephemeral(EphemeralContainer container) {
        return container.with(
                builder -> builder.imagePullPolicy(or(container.imagePullPolicy(), pullPolicy(container.image())))
                        .terminationMessagePath(or(container.terminationMessagePath(), TERMINATION_MESSAGE_PATH))
                        .terminationMessagePolicy(or(container.terminationMessagePolicy(), "File"))
                        .env(PodDefaults.each(container.env(), ContainerDefaults::variable)));
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    /** An image without tag and digest, or with the tag {@code latest}, may change, so it is always pulled. */
    private static String pullPolicy(String image) {
        int digest = image.indexOf('@');
        String named = digest < 0 ? image : image.substring(0, digest);
        int tag = named.indexOf(':', named.lastIndexOf('/') + 1);
        boolean latest = tag < 0 ? digest < 0 : named.substring(tag + 1).equals("latest");
        return latest ? "Always" : "IfNotPresent";
    }

    private static ContainerPort port(ContainerPort port) {
        return port.protocol().isEmpty() ? port.withProtocol("TCP") : port;
    }

    /** On the host's network every port is the host's own. */
    static Container withHostPorts(Container container) {
        return container.withPorts(PodDefaults.each(
                container.ports(), port -> port.hostPort() == 0 ? port.withHostPort(port.containerPort()) : port));
    }

    private static EnvVar variable(EnvVar variable) {
        EnvVarSource source = variable.valueFrom();
        ObjectFieldSelector field = source == null ? null : source.fieldRef();
        return source == null || field == null ? variable : variable.withValueFrom(source.withFieldRef(field(field)));
    }

    static ObjectFieldSelector field(ObjectFieldSelector field) {
        return field.apiVersion().isEmpty() ? field.withApiVersion("v1") : field;
    }

    private static @Nullable Lifecycle lifecycle(@Nullable Lifecycle lifecycle) {
        return lifecycle == null ? null : new Lifecycle(handler(lifecycle.postStart()), handler(lifecycle.preStop()));
    }

    private static @Nullable LifecycleHandler handler(@Nullable LifecycleHandler handler) {
        return handler == null ? null : handler.withHttpGet(http(handler.httpGet()));
    }

    private static @Nullable HTTPGetAction http(@Nullable HTTPGetAction action) {
        return action == null ? null : action.withPath(or(action.path(), "/")).withScheme(or(action.scheme(), "HTTP"));
    }

    private static @Nullable Probe probe(@Nullable Probe probe) {
        if (probe == null) {
            return null;
        }
        GRPCAction grpc = probe.grpc();
        return probe.with(builder -> builder.timeoutSeconds(or(probe.timeoutSeconds(), 1))
                .periodSeconds(or(probe.periodSeconds(), 10))
                .successThreshold(or(probe.successThreshold(), 1))
                .failureThreshold(or(probe.failureThreshold(), 3))
                .httpGet(http(probe.httpGet()))
                .grpc(grpc != null && grpc.service() == null ? grpc.withService("") : grpc));
    }

    private static int or(int given, int otherwise) {
        return given == 0 ? otherwise : given;
    }

    private static ResourceRequirements rounded(ResourceRequirements resources) {
        return resources.withLimits(rounded(resources.limits())).withRequests(rounded(resources.requests()));
    }

    /** Amounts finer than a thousandth are rounded up to one. */
    static Map<String, Quantity> rounded(Map<String, Quantity> amounts) {
        boolean whole = true;
        for (Quantity amount : amounts.values()) {
            whole &= isWholeMillis(amount);
        }
        if (whole) {
            return amounts;
        }
        Map<String, Quantity> rounded = new LinkedHashMap<>();
        amounts.forEach((name, amount) -> rounded.put(
                name,
                isWholeMillis(amount)
                        ? amount
                        : Quantity.ofMillis(amount.milliValue()).in(amount.format())));
        return rounded;
    }

    private static boolean isWholeMillis(Quantity amount) {
        return Quantity.ofMillis(amount.milliValue()).compareTo(amount) == 0;
    }

    /** What is limited and not requested is requested as far as its limit. */
    static Container withRequestsFromLimits(Container container) {
        ResourceRequirements resources = container.resources();
        if (resources.requests().keySet().containsAll(resources.limits().keySet())) {
            return container;
        }
        Map<String, Quantity> requests = new LinkedHashMap<>(resources.requests());
        resources.limits().forEach(requests::putIfAbsent);
        return container.withResources(resources.withRequests(requests));
    }

    static List<Container> containers(List<Container> containers) {
        return PodDefaults.each(containers, ContainerDefaults::container);
    }
}
