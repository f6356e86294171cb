package io.coxswain.controller;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.queue.RateLimiter;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a controller is wired: which kinds concern it, how many workers it has, how it retries. Immutable; every method returns another one. Begun by {@link Controller}, run by a {@link Manager}.
 *
 * @param <R> the record of the resources that are reconciled
 */
public final class ControllerSpec<R extends Resource<R>> {
    private final Kind<R> kind;
    private final Function<String, KeyReconciler<R>> reconciler;
    private String name;
    private String finalizer = "";
    private List<ChangePredicate<R>> predicates = List.of();
    private List<Source<?>> sources = List.of();
    private List<Kind<?>> owned = List.of();
    private List<Kind<?>> reads = List.of();
    private int concurrency = 1;
    private Supplier<RateLimiter<ResourceKey>> rateLimiter = RateLimiter::standard;
    private Duration staleLimit = Duration.ofSeconds(30);
    private boolean readsOwnWrites = true;
    private @Nullable Duration timeout;

    ControllerSpec(Kind<R> kind, Function<String, KeyReconciler<R>> reconciler) {
        this.kind = kind;
        this.reconciler = reconciler;
        name = kind.name().toLowerCase(Locale.ROOT);
    }

    private ControllerSpec<R> with(Consumer<ControllerSpec<R>> change) {
        return with(new ControllerSpec<>(kind, reconciler), change);
    }

    private ControllerSpec<R> with(ControllerSpec<R> copy, Consumer<ControllerSpec<R>> change) {
        copy.name = name;
        copy.finalizer = finalizer;
        copy.predicates = predicates;
        copy.sources = sources;
        copy.owned = owned;
        copy.reads = reads;
        copy.concurrency = concurrency;
        copy.rateLimiter = rateLimiter;
        copy.staleLimit = staleLimit;
        copy.readsOwnWrites = readsOwnWrites;
        copy.timeout = timeout;
        change.accept(copy);
        return copy;
    }

    /** Another name than the kind's in lower case: for logs, causes, and as the manager whose fields {@code apply} owns. Unique within a {@link Manager}. */
    public ControllerSpec<R> named(String value) {
        return with(copy -> copy.name = value);
    }

    /** Looks only at those changes of the resources themselves that all of these accept. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    public final ControllerSpec<R> filter(ChangePredicate<R>... values) {
        return with(copy -> copy.predicates = plus(predicates, values));
    }

    /** Objects of this kind are dependents of a resource: they are created so by the context, and their changes lead to it. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    public final <T extends Resource<T>> ControllerSpec<R> owns(Kind<T> dependent, ChangePredicate<T>... values) {
        if (owned.contains(dependent)) {
            throw new IllegalArgumentException("controller " + name + " owns " + dependent + " already");
        }
        return with(copy -> {
            copy.owned = plus(owned, dependent);
            copy.sources = plus(sources, new Source<>(dependent, this::controllerOf, List.of(values)));
        });
    }

    private <T extends Resource<T>> List<ResourceKey> controllerOf(T dependent, CacheReader caches) {
        OwnerReference owner = dependent.metadata().controller().orElse(null);
        if (owner == null
                || !owner.kind().equals(kind.name())
                || !groupOf(owner).equals(kind.group())) {
            return List.of();
        }
        String namespace = kind.isNamespaced() ? dependent.metadata().namespace() : "";
        return List.of(new ResourceKey(namespace, owner.name()));
    }

    private static String groupOf(OwnerReference owner) {
        int slash = owner.apiVersion().indexOf('/');
        return slash < 0 ? "" : owner.apiVersion().substring(0, slash);
    }

    /** Changes of this kind lead to those resources that the mapper names. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    public final <T extends Resource<T>> ControllerSpec<R> watches(
            Kind<T> other, Mapper<T> mapper, ChangePredicate<T>... values) {
        return with(copy -> copy.sources = plus(sources, new Source<>(other, mapper, List.of(values))));
    }

    /** Objects of this kind are read through the context; their changes lead to nothing. */
    public ControllerSpec<R> reads(Kind<?> other) {
        return with(copy -> copy.reads = plus(reads, other));
    }

    /**
     * How many resources are reconciled at once; 1, if not said.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public ControllerSpec<R> concurrency(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "controller " + name + ": concurrency: " + most + ": must be at least 1");
        }
        return with(copy -> copy.concurrency = most);
    }

    /** How long a failed resource waits: a new limiter for each start. {@link RateLimiter#standard()}, if not said. */
    public ControllerSpec<R> rateLimiter(Supplier<RateLimiter<ResourceKey>> limiter) {
        return with(copy -> copy.rateLimiter = limiter);
    }

    /** Another finalizer than {@code group/name}, for a {@link Cleaner}. */
    public ControllerSpec<R> finalizer(String value) {
        return with(copy -> copy.finalizer = value);
    }

    /** How long a resource may wait for the caches to see the controller's own writes before that is an error and it is requeued; 30 s, if not said. */
    public ControllerSpec<R> staleLimit(Duration most) {
        return with(copy -> copy.staleLimit = most);
    }

    /**
     * How long one reconcile may take: then its thread is interrupted, its context refuses writes, and it counts as failed. No limit, if not said.
     *
     * @throws IllegalArgumentException if it isn't above zero
     */
    public ControllerSpec<R> timeout(Duration most) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("controller " + name + ": timeout: " + most + ": must be above zero");
        }
        return with(copy -> copy.timeout = most);
    }

    /** Puts something around every reconciler that is made, to see or change what it is called with and returns; the last one given is the outermost. */
    public ControllerSpec<R> around(UnaryOperator<KeyReconciler<R>> value) {
        ControllerSpec<R> copy = new ControllerSpec<>(kind, name -> value.apply(reconciler.apply(name)));
        return with(copy, same -> {});
    }

    /** Reconciles without waiting until the caches have seen the controller's own writes: for reconcilers that bear to see the past. */
    public ControllerSpec<R> withoutReadingOwnWrites() {
        return with(copy -> copy.readsOwnWrites = false);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The kind of the resources. */
    public Kind<R> kind() {
        return kind;
    }

    /** The kinds of which it has caches, its own first. */
    public List<Kind<?>> kinds() {
        Set<Kind<?>> kinds = new LinkedHashSet<>();
        sources().forEach(source -> kinds.add(source.kind()));
        kinds.addAll(reads);
        return List.copyOf(kinds);
    }

    /** The kinds whose objects are dependents of a resource. */
    public List<Kind<?>> owned() {
        return owned;
    }

    /** The name of the finalizer that a {@link Cleaner} keeps: {@code example.com/website} for kind Website of that group. */
    public String finalizer() {
        if (!finalizer.isEmpty()) {
            return finalizer;
        }
        String group = kind.group();
        return (group.indexOf('.') < 0 ? "coxswain.io" : group) + "/" + name;
    }

    KeyReconciler<R> newReconciler() {
        return reconciler.apply(finalizer());
    }

    /** All that leads to keys, the resources' own kind first. */
    List<Source<?>> sources() {
        Source<R> own = new Source<>(kind, (object, caches) -> List.of(object.key()), predicates);
        List<Source<?>> all = new ArrayList<>();
        all.add(own);
        all.addAll(sources);
        return all;
    }

    boolean isOwned(Kind<?> other) {
        return owned.contains(other);
    }

    List<Kind<?>> reads() {
        return reads;
    }

    int concurrency() {
        return concurrency;
    }

    RateLimiter<ResourceKey> newRateLimiter() {
        return rateLimiter.get();
    }

    Duration staleLimit() {
        return staleLimit;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    boolean readsOwnWrites() {
        return readsOwnWrites;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    private static <E> List<E> plus(List<E> list, E... more) {
        List<E> all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "controller " + name + " of " + kind;
    }
}
