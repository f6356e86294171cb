package io.coxswain.node.variables;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.ResourceFieldSelector;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.value.Quantity;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of fields of a pod and of its containers' resources, as variables take them: {@code pkg/fieldpath} and {@code pkg/api/v1/resource/helpers.go} of Kubernetes. */
final class FieldValues {
    private FieldValues() {}

    /**
     * The value of a field.
     *
     * @throws WorkerStartException if the field isn't one that variables can have
     */
    static String field(Pod pod, String path, NetworkIdentity identity) {
        String member = member(path);
        if (member != null) {
            return path.startsWith("metadata.labels")
                    ? pod.metadata().labels().getOrDefault(member, "")
                    : pod.metadata().annotations().getOrDefault(member, "");
        }
        return switch (path) {
            case "metadata.name" -> pod.metadata().name();
            case "metadata.namespace" -> pod.metadata().namespace();
            case "metadata.uid" -> pod.metadata().uid();
            case "metadata.labels" -> lines(pod.metadata().labels());
            case "metadata.annotations" -> lines(pod.metadata().annotations());
            case "spec.nodeName" -> identity.nodeName();
            case "spec.serviceAccountName" -> pod.spec().serviceAccountName();
            case "status.hostIP", "status.hostIPs" -> identity.hostAddress();
            case "status.podIP", "status.podIPs" -> identity.podAddress();
            default ->
                throw WorkerStartException.misconfigured("field " + path
                        + ": a variable can't have this field; see Kubernetes' downward API for those it can");
        };
    }

    /** The key of {@code metadata.labels['key']}; {@code null} if the path isn't of that form. */
    private static @Nullable String member(String path) {
        boolean isMember = (path.startsWith("metadata.labels['") || path.startsWith("metadata.annotations['"))
                && path.endsWith("']");
        return isMember ? path.substring(path.indexOf('\'') + 1, path.length() - 2) : null;
    }

    private static String lines(Map<String, String> entries) {
        return new TreeMap<>(entries)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + escaped(entry.getValue()) + "\"")
                        .collect(Collectors.joining("\n"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /**
     * The value of a resource's limit or request, in units of the divisor, rounded up. A limit that isn't set is the node's capacity.
     *
     * @throws WorkerStartException if there is no such container or resource
     */
    static String resource(Pod pod, Container own, ResourceFieldSelector selector, Map<String, Quantity> capacity) {
        Container container = selector.containerName().isEmpty()
                ? own
                : pod.spec().containers().stream()
                        .filter(one -> one.name().equals(selector.containerName()))
                        .findFirst()
                        .orElseThrow(() -> WorkerStartException.misconfigured(
                                "resourceFieldRef: containerName: no container " + selector.containerName()));
        Quantity amount = amount(container, selector.resource(), capacity);
        boolean isCpu = selector.resource().endsWith(".cpu");
        Quantity divisor = selector.divisor().isZero() ? Quantity.of(1) : selector.divisor();
        return (isCpu ? Quantity.ofMillis(amount.milliValue()) : amount)
                .toBigDecimal()
                .divide(divisor.toBigDecimal(), 0, RoundingMode.CEILING)
                .toBigInteger()
                .toString();
    }

    private static Quantity amount(Container container, String resource, Map<String, Quantity> capacity) {
        int dot = resource.indexOf('.');
        String group = dot < 0 ? "" : resource.substring(0, dot);
        String name = resource.substring(dot + 1);
        Map<String, Quantity> limits = container.resources().limits();
        if (group.equals("limits")) {
            return limits.getOrDefault(name, capacity.getOrDefault(name, Quantity.ZERO));
        }
        if (group.equals("requests")) {
            Quantity request = container.resources().requests().get(name);
            return request != null ? request : limits.getOrDefault(name, Quantity.ZERO);
        }
        throw WorkerStartException.misconfigured(
                "resourceFieldRef: resource: " + resource + ": must begin with limits. or requests.");
    }
}
