package io.coxswain.node.variables;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.EnvFromSource;
import io.coxswain.api.core.v1.EnvVar;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.core.v1.Service;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The objects that the variables of a container refer to, read just before it starts. Immutable. */
public final class References {
    private final List<Service> services;
    private final Map<String, ConfigMap> configMaps;
    private final Map<String, Secret> secrets;

    References(List<Service> services, Map<String, ConfigMap> configMaps, Map<String, Secret> secrets) {
        this.services = List.copyOf(services);
        this.configMaps = new LinkedHashMap<>(configMaps);
        this.secrets = new LinkedHashMap<>(secrets);
    }

    /** Reads what a container of a pod refers to. */
    public static CompletionStage<References> read(AsyncClient client, Pod pod, Container container) {
        String namespace = pod.metadata().namespace();
        CompletableFuture<List<Service>> services = services(client, pod).toCompletableFuture();
        CompletableFuture<Map<String, ConfigMap>> configMaps =
                all(client, ConfigMap.KIND, namespace, configMapNames(container));
        CompletableFuture<Map<String, Secret>> secrets = all(client, Secret.KIND, namespace, secretNames(container));
        return services.thenCombine(configMaps, Found::new)
                .thenCombine(secrets, (found, read) -> new References(found.services, found.configMaps, read));
    }

    private record Found(List<Service> services, Map<String, ConfigMap> configMaps) {}

    private static CompletionStage<List<Service>> services(AsyncClient client, Pod pod) {
        if (Boolean.FALSE.equals(pod.spec().enableServiceLinks())) {
            return CompletableFuture.completedFuture(List.of());
        }
        Selection own = Selection.inNamespace(pod.metadata().namespace());
        return client.list(Service.KIND, ListOptions.of(own)).thenApply(ListPage::items);
    }

    private static <R extends Resource<R>> CompletableFuture<Map<String, R>> all(
            AsyncClient client, Kind<R> kind, String namespace, Set<String> names) {
        CompletableFuture<Map<String, R>> all = CompletableFuture.completedFuture(new LinkedHashMap<>());
        for (String name : names) {
            all = all.thenCombine(client.find(kind, ResourceKey.of(namespace, name)), (found, one) -> {
                one.ifPresent(object -> found.put(name, object));
                return found;
            });
        }
        return all;
    }

    private static Set<String> configMapNames(Container container) {
        List<String> names = new ArrayList<>();
        for (EnvFromSource source : container.envFrom()) {
            if (source.configMapRef() != null) {
                names.add(source.configMapRef().name());
            }
        }
        for (EnvVar variable : container.env()) {
            if (variable.valueFrom() != null && variable.valueFrom().configMapKeyRef() != null) {
                names.add(variable.valueFrom().configMapKeyRef().name());
            }
        }
        return new LinkedHashSet<>(names);
    }

    private static Set<String> secretNames(Container container) {
        List<String> names = new ArrayList<>();
        for (EnvFromSource source : container.envFrom()) {
            if (source.secretRef() != null) {
                names.add(source.secretRef().name());
            }
        }
        for (EnvVar variable : container.env()) {
            if (variable.valueFrom() != null && variable.valueFrom().secretKeyRef() != null) {
                names.add(variable.valueFrom().secretKeyRef().name());
            }
        }
        return new LinkedHashSet<>(names);
    }

    List<Service> services() {
        return services;
    }

    /** {@code null} if it isn't there and may be absent. */
    @Nullable
    ConfigMap configMap(String name, @Nullable Boolean optional) {
        ConfigMap found = configMaps.get(name);
        if (found == null && !Boolean.TRUE.equals(optional)) {
            throw WorkerStartException.misconfigured("configmap \"" + name + "\" not found");
        }
        return found;
    }

    /** The texts of a Secret; none if it isn't there and may be absent. */
    Map<String, String> secretData(String name, @Nullable Boolean optional) {
        Secret found = secrets.get(name);
        if (found == null && !Boolean.TRUE.equals(optional)) {
            throw WorkerStartException.misconfigured("secret \"" + name + "\" not found");
        }
        Map<String, String> data = new LinkedHashMap<>();
        if (found != null) {
            found.data().forEach((key, value) -> data.put(key, value.utf8()));
        }
        return data;
    }

    /** {@code null} if there is no such key and it may be absent. */
    static @Nullable String required(Map<String, String> data, String key, String owner, @Nullable Boolean optional) {
        String value = data.get(key);
        if (value == null && !Boolean.TRUE.equals(optional)) {
            throw WorkerStartException.misconfigured("couldn't find key " + key + " in " + owner);
        }
        return value;
    }
}
