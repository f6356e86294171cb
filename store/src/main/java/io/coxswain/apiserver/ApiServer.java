package io.coxswain.apiserver;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.NamespaceSpec;
import io.coxswain.api.core.v1.NamespaceStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves the API over a store: admits, defaults and validates what is written, gives it uid, times and generation, and keeps
 * Kubernetes' rules for updates and deletion.
 *
 * <p>Has no threads of its own: requests are carried out on their callers' threads; those that met another write at the
 * commit of a store that answers later are tried again on the environment's. The store belongs to whoever opened it and is
 * closed by them. Thread-safe.
 *
 * <pre>{@code
 * ApiServer server = ApiServer.builder(MemoryStore.create(environment), environment).start();
 * Client client = server.client();
 * }</pre>
 *
 * <p>What differs from Kubernetes, for now: a namespace is deleted only when it is empty; deletion in the foreground and
 * orphaning are refused; an update of an absent object is NotFound for every kind.
 */
public final class ApiServer {
    /** The namespaces that are there from the start. */
    public static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-node-lease");

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Cause START = Cause.by("apiserver");
    /** Attempts that were overtaken are rare, and code of users runs in them. */
    private static final int RETRY_THREADS = 4;

    private final Store store;
    private final Environment environment;
    private final ConcurrentHashMap<Kind<?>, Kind<?>> kinds = new ConcurrentHashMap<>();
    private final Writes writes;
    private final Attempt.Loop loop;

    private ApiServer(Builder builder) {
        store = builder.store;
        environment = builder.environment;
        writes = new Writes(environment, new Admission(List.copyOf(builder.plugins)), this::kinds);
        loop = new Attempt.Loop(store, environment.blocking("apiserver", RETRY_THREADS));
        builder.kinds.forEach(this::register);
        register(Namespace.KIND);
    }

    public static Builder builder(Store store, Environment environment) {
        return new Builder(store, environment);
    }

    /** The API, each call of which waits for its outcome. */
    public Client client() {
        return Client.over(async(), environment);
    }

    /** The API as stages. */
    public AsyncClient async() {
        return new ServerClient(this, List.of(), Cause.UNKNOWN, ServerClient.Mode.COMMIT);
    }

    /** The kinds that were registered or written so far, in their order. */
    public Collection<Kind<?>> kinds() {
        return kinds.values().stream().sorted().toList();
    }

    Store store() {
        return store;
    }

    Writes writes() {
        return writes;
    }

    Attempt.Loop loop() {
        return loop;
    }

    /**
     * Makes a kind known; one that is written is made known by that.
     *
     * @throws BadRequestException if another record is known by this apiVersion and name
     */
    void register(Kind<?> kind) {
        Kind<?> known = kinds.get(kind);
        if (known == null) {
            known = kinds.putIfAbsent(kind, kind);
        }
        if (known != null && known != kind && !known.hasFormOf(kind)) {
            throw new BadRequestException("Kind " + kind.apiVersion() + " " + kind + " is the record "
                    + known.type().getName() + " on this server, not "
                    + (known.type() == kind.type()
                            ? "one of another definition"
                            : kind.type().getName())
                    + ": give one of them another name or version");
        }
    }

    private CompletionStage<@Nullable Void> ensureNamespace(String name) {
        Namespace namespace = new Namespace(ObjectMeta.named(name), NamespaceSpec.EMPTY, NamespaceStatus.EMPTY);
        return async().withCause(START).create(namespace).handle((created, failure) -> {
            Throwable cause = failure == null ? null : Failures.unwrap(failure);
            if (cause != null && !(cause instanceof AlreadyExistsException)) {
                throw Failures.unchecked(cause);
            }
            return null;
        });
    }

    /** Describes a server. Not thread-safe. */
    public static final class Builder {
        private final Store store;
        private final Environment environment;
        private final List<Kind<?>> kinds = new ArrayList<>();
        private final List<AdmissionPlugin> plugins = new ArrayList<>();

        private Builder(Store store, Environment environment) {
            this.store = store;
            this.environment = environment;
        }

        /** Kinds to be known from the start. */
        public Builder kinds(Kind<?>... more) {
            kinds.addAll(Arrays.asList(more));
            return this;
        }

        /** What stands between requests and the store, in this order. */
        public Builder admission(AdmissionPlugin... more) {
            plugins.addAll(Arrays.asList(more));
            return this;
        }

        /**
         * Starts a server: the namespaces {@code default}, {@code kube-system} and {@code kube-node-lease} are there when the
         * stage is complete, at once over a store in this process.
         */
        public CompletionStage<ApiServer> startAsync() {
            ApiServer server = new ApiServer(this);
            CompletionStage<@Nullable Void> ready = CompletableFuture.completedStage(null);
            for (String name : NAMESPACES) {
                ready = ready.thenCompose(done -> server.ensureNamespace(name));
            }
            return ready.thenApply(done -> server);
        }

        /** Starts a server and waits until it can be used. */
        public ApiServer start() {
            return environment.await(startAsync(), START_LIMIT);
        }
    }
}
