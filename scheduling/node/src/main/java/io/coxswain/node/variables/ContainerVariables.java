package io.coxswain.node.variables;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.EnvFromSource;
import io.coxswain.api.core.v1.EnvVar;
import io.coxswain.api.core.v1.EnvVarSource;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.endpoint.ServiceVariables;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.value.Quantity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a container: those of its pod, those of the Services, those of {@code envFrom}, those of {@code env}; a later one replaces an earlier one of its name, and a value may name earlier
 * ones as {@code $(NAME)}. See {@code makeEnvironmentVariables} of {@code pkg/kubelet/kubelet_pods.go}. Used once.
 */
public final class ContainerVariables {
    private final Pod pod;
    private final Container container;
    private final NetworkIdentity identity;
    private final Map<String, Quantity> capacity;
    private final References references;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private ContainerVariables(
            Pod pod,
            Container container,
            NetworkIdentity identity,
            Map<String, Quantity> capacity,
            References references) {
        this.pod = pod;
        this.container = container;
        this.identity = identity;
        this.capacity = capacity;
        this.references = references;
    }

    /**
     * All of them, in the order in which they are set.
     *
     * @throws WorkerStartException if one refers to something that isn't there
     */
    public static Map<String, String> of(
            Pod pod,
            Container container,
            NetworkIdentity identity,
            Map<String, Quantity> capacity,
            References references) {
        ContainerVariables all = new ContainerVariables(pod, container, identity, capacity, references);
        all.addOfPod();
        all.variables.putAll(ServiceVariables.of(references.services()));
        container.envFrom().forEach(all::addFrom);
        container.env().forEach(all::add);
        return all.variables;
    }

    private void addOfPod() {
        variables.put("POD_NAME", pod.metadata().name());
        variables.put("POD_NAMESPACE", pod.metadata().namespace());
        variables.put("POD_IP", identity.podAddress());
        variables.put("NODE_NAME", identity.nodeName());
        variables.put(
                "HOSTNAME",
                pod.spec().hostname().isEmpty()
                        ? pod.metadata().name()
                        : pod.spec().hostname());
        for (ContainerPort port : container.ports()) {
            String number = Integer.toString(identity.port(port.containerPort()));
            variables.putIfAbsent("PORT", number);
            if (!port.name().isEmpty()) {
                variables.put("PORT_" + port.name().replace('-', '_').toUpperCase(Locale.ROOT), number);
            }
        }
    }

    private void addFrom(EnvFromSource source) {
        if (source.configMapRef() != null) {
            String name = source.configMapRef().name();
            @Nullable
            ConfigMap found = references.configMap(name, source.configMapRef().optional());
            if (found != null) {
                found.data().forEach((key, value) -> variables.put(source.prefix() + key, value));
            }
        }
        if (source.secretRef() != null) {
            references
                    .secretData(source.secretRef().name(), source.secretRef().optional())
                    .forEach((key, value) -> variables.put(source.prefix() + key, value));
        }
    }

    private void add(EnvVar variable) {
        @Nullable
        String value = variable.valueFrom() == null
                ? Expansion.expand(variable.value(), variables)
                : valueFrom(variable.valueFrom());
        if (value != null) {
            variables.put(variable.name(), value);
        }
    }

    /** {@code null}: the reference is optional and leads nowhere, so there is no variable. */
    private @Nullable String valueFrom(EnvVarSource source) {
        if (source.fieldRef() != null) {
            return FieldValues.field(pod, source.fieldRef().fieldPath(), identity);
        }
        if (source.resourceFieldRef() != null) {
            return FieldValues.resource(pod, container, source.resourceFieldRef(), capacity);
        }
        if (source.configMapKeyRef() != null) {
            var ref = source.configMapKeyRef();
            @Nullable ConfigMap found = references.configMap(ref.name(), ref.optional());
            return found == null
                    ? null
                    : References.required(found.data(), ref.key(), "configmap " + ref.name(), ref.optional());
        }
        if (source.secretKeyRef() != null) {
            var ref = source.secretKeyRef();
            Map<String, String> data = references.secretData(ref.name(), ref.optional());
            return References.required(data, ref.key(), "secret " + ref.name(), ref.optional());
        }
        throw WorkerStartException.misconfigured("container " + container.name()
                + ": env: valueFrom: needs one of configMapKeyRef, secretKeyRef, fieldRef, resourceFieldRef");
    }
}
