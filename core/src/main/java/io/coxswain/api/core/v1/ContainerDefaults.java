package io.coxswain.api.core.v1;

import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an author may leave out of a container (Kubernetes {@code pkg/apis/core/v1/defaults.go}). What says everything already is returned as it is. */
final class ContainerDefaults {
    private static final String TERMINATION_MESSAGE_PATH = "/dev/termination-log";
    private static final int MILLI_PLACES = 3;

    private ContainerDefaults() {}

    static Container container(Container container) {
        List<ContainerPort> ports = PodDefaults.each(container.ports(), ContainerDefaults::port);
        List<EnvVar> env = PodDefaults.each(container.env(), ContainerDefaults::variable);
        Lifecycle lifecycle = lifecycle(container.lifecycle());
        Probe liveness = probe(container.livenessProbe());
        Probe readiness = probe(container.readinessProbe());
        Probe startup = probe(container.startupProbe());
        ResourceRequirements resources = rounded(container.resources());
        boolean same = !container.imagePullPolicy().isEmpty()
                && !container.terminationMessagePath().isEmpty()
                && !container.terminationMessagePolicy().isEmpty()
                && ports == container.ports()
                && env == container.env()
                && lifecycle == container.lifecycle()
                && liveness == container.livenessProbe()
                && readiness == container.readinessProbe()
                && startup == container.startupProbe()
                && resources == container.resources();
        if (same) {
            return container;
        }
        return ContainerBuilder.builder(container)
                .imagePullPolicy(pullPolicy(container.imagePullPolicy(), container.image()))
                .terminationMessagePath(or(container.terminationMessagePath(), TERMINATION_MESSAGE_PATH))
                .terminationMessagePolicy(or(container.terminationMessagePolicy(), "File"))
                .ports(ports)
                .env(env)
                .lifecycle(lifecycle)
                .livenessProbe(liveness)
                .readinessProbe(readiness)
                .startupProbe(startup)
                .resources(resources)
                .build();
    }

    static EphemeralContainer ephemeral(EphemeralContainer container) {
        List<EnvVar> env = PodDefaults.each(container.env(), ContainerDefaults::variable);
        boolean same = !container.imagePullPolicy().isEmpty()
                && !container.terminationMessagePath().isEmpty()
                && !container.terminationMessagePolicy().isEmpty()
                && env == container.env();
        if (same) {
            return container;
        }
        return EphemeralContainerBuilder.builder(container)
                .imagePullPolicy(pullPolicy(container.imagePullPolicy(), container.image()))
                .terminationMessagePath(or(container.terminationMessagePath(), TERMINATION_MESSAGE_PATH))
                .terminationMessagePolicy(or(container.terminationMessagePolicy(), "File"))
                .env(env)
                .build();
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    /** An image without tag and digest, or with the tag {@code latest}, may change, so it is always pulled. */
    private static String pullPolicy(String given, String image) {
        if (!given.isEmpty()) {
            return given;
        }
        int digest = image.indexOf('@');
        int end = digest < 0 ? image.length() : digest;
        int tag = image.indexOf(':', image.lastIndexOf('/', end - 1) + 1);
        boolean tagged = tag >= 0 && tag < end;
        boolean latest = tagged ? image.substring(tag + 1, end).equals("latest") : digest < 0;
        return latest ? "Always" : "IfNotPresent";
    }

    private static ContainerPort port(ContainerPort port) {
        return port.protocol().isEmpty() ? port.withProtocol("TCP") : port;
    }

    /** On the host's network every port is the host's own. */
    static Container withHostPorts(Container container) {
        List<ContainerPort> ports =
                PodDefaults.each(container.ports(), port -> port.hostPort() == 0 ? hostPort(port) : port);
        return ports == container.ports() ? container : container.withPorts(ports);
    }

    private static ContainerPort hostPort(ContainerPort port) {
        return port.containerPort() == 0 ? port : port.withHostPort(port.containerPort());
    }

    private static EnvVar variable(EnvVar variable) {
        EnvVarSource source = variable.valueFrom();
        ObjectFieldSelector given = source == null ? null : source.fieldRef();
        if (source == null || given == null) {
            return variable;
        }
        ObjectFieldSelector field = field(given);
        return field == given ? variable : variable.withValueFrom(source.withFieldRef(field));
    }

    static ObjectFieldSelector field(ObjectFieldSelector field) {
        return field.apiVersion().isEmpty() ? field.withApiVersion("v1") : field;
    }

    private static @Nullable Lifecycle lifecycle(@Nullable Lifecycle lifecycle) {
        if (lifecycle == null) {
            return null;
        }
        LifecycleHandler start = handler(lifecycle.postStart());
        LifecycleHandler stop = handler(lifecycle.preStop());
        boolean same = start == lifecycle.postStart() && stop == lifecycle.preStop();
        return same ? lifecycle : new Lifecycle(start, stop);
    }

    private static @Nullable LifecycleHandler handler(@Nullable LifecycleHandler handler) {
        if (handler == null) {
            return null;
        }
        HTTPGetAction http = http(handler.httpGet());
        return http == handler.httpGet() ? handler : handler.withHttpGet(http);
    }

    private static @Nullable HTTPGetAction http(@Nullable HTTPGetAction action) {
        if (action == null || (!action.path().isEmpty() && !action.scheme().isEmpty())) {
            return action;
        }
        return action.withPath(or(action.path(), "/")).withScheme(or(action.scheme(), "HTTP"));
    }

    private static @Nullable Probe probe(@Nullable Probe probe) {
        if (probe == null) {
            return null;
        }
        HTTPGetAction http = http(probe.httpGet());
        GRPCAction grpc = grpc(probe.grpc());
        boolean same = probe.timeoutSeconds() != 0
                && probe.periodSeconds() != 0
                && probe.successThreshold() != 0
                && probe.failureThreshold() != 0
                && http == probe.httpGet()
                && grpc == probe.grpc();
        if (same) {
            return probe;
        }
        return ProbeBuilder.builder(probe)
                .timeoutSeconds(or(probe.timeoutSeconds(), 1))
                .periodSeconds(or(probe.periodSeconds(), 10))
                .successThreshold(or(probe.successThreshold(), 1))
                .failureThreshold(or(probe.failureThreshold(), 3))
                .httpGet(http)
                .grpc(grpc)
                .build();
    }

    private static @Nullable GRPCAction grpc(@Nullable GRPCAction action) {
        return action != null && action.service() == null ? action.withService("") : action;
    }

    private static int or(int given, int otherwise) {
        return given == 0 ? otherwise : given;
    }

    private static ResourceRequirements rounded(ResourceRequirements resources) {
        Map<String, Quantity> limits = rounded(resources.limits());
        Map<String, Quantity> requests = rounded(resources.requests());
        boolean same = limits == resources.limits() && requests == resources.requests();
        return same ? resources : resources.withLimits(limits).withRequests(requests);
    }

    /** Amounts finer than a thousandth are rounded up to one. */
    static Map<String, Quantity> rounded(Map<String, Quantity> amounts) {
        if (amounts.isEmpty() || !Ordered.anyValue(amounts, Quantity::isFinerThanMillis)) {
            return amounts;
        }
        Map<String, Quantity> rounded = new LinkedHashMap<>();
        amounts.forEach((name, amount) -> rounded.put(name, rounded(amount)));
        return rounded;
    }

    private static Quantity rounded(Quantity amount) {
        return amount.isFinerThanMillis()
                ? Quantity.of(amount.toBigDecimal().setScale(MILLI_PLACES, RoundingMode.UP), amount.format())
                : amount;
    }

    /** What is limited and not requested is requested as far as its limit. */
    static Container withRequestsFromLimits(Container container) {
        ResourceRequirements resources = container.resources();
        Map<String, Quantity> requests = resources.requests();
        if (resources.limits().isEmpty() || !Ordered.anyKey(resources.limits(), name -> !requests.containsKey(name))) {
            return container;
        }
        Map<String, Quantity> all = new LinkedHashMap<>(requests);
        resources.limits().forEach(all::putIfAbsent);
        return container.withResources(resources.withRequests(all));
    }
}
