package io.coxswain.controller;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.client.Selector;
import io.coxswain.queue.RateLimiter;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.value.Ordered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Function<ControllerSpec<R>, KeyReconciler<R>> reconciler;
    private String name;
    private String finalizer = "";
    private List<ChangePredicate<R>> predicates = List.of();
    private List<Source<?>> sources = List.of();
    private List<Kind<?>> owned = List.of();
    private List<Kind<?>> reads = List.of();
    private Map<Kind<?>, Selection> selections = Map.of();
    private int concurrency = 1;
    private Supplier<RateLimiter<ResourceKey>> rateLimiter = RateLimiter::standard;
    private Duration staleLimit = Duration.ofSeconds(30);
    private boolean readsOwnWrites = true;
    private boolean serializable;
    private @Nullable Duration timeout;

    ControllerSpec(Kind<R> kind, Function<ControllerSpec<R>, KeyReconciler<R>> reconciler) {
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
        copy.selections = selections;
        copy.concurrency = concurrency;
        copy.rateLimiter = rateLimiter;
        copy.staleLimit = staleLimit;
        copy.readsOwnWrites = readsOwnWrites;
        copy.serializable = serializable;
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
            copy.sources =
                    plus(sources, new Source<>(dependent, this::controllerOf, Source.Code.OURS, List.of(values)));
        });
    }

    private <T extends Resource<T>> List<ResourceKey> controllerOf(T dependent, CacheReader caches) {
        OwnerReference owner = dependent.metadata().controller().orElse(null);
        if (owner == null || !OwnerKinds.isOf(owner, kind)) {
            return List.of();
        }
        String namespace = kind.isNamespaced() ? dependent.metadata().namespace() : "";
        return List.of(new ResourceKey(namespace, owner.name()));
    }

    /** Changes of this kind lead to those resources that the mapper names. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    public final <T extends Resource<T>> ControllerSpec<R> watches(
            Kind<T> other, Mapper<T> mapper, ChangePredicate<T>... values) {
        return with(
                copy -> copy.sources = plus(sources, new Source<>(other, mapper, Source.Code.USERS, List.of(values))));
    }

    /** Objects of this kind are read through the context; their changes lead to nothing. */
    public ControllerSpec<R> reads(Kind<?> other) {
        return with(copy -> copy.reads = plus(reads, other));
    }

    /**
     * Of one of its kinds, its own or another, only the selected objects concern the controller: the source sends no others, and what leaves the selection is gone for it. Controllers of a manager that
     * select the same share a cache.
     *
     * @throws IllegalArgumentException if the kind is none of those that were given before
     * @throws io.coxswain.error.BadRequestException if a field can't be selected; names those that can
     */
    public ControllerSpec<R> selects(Kind<?> of, Selection selection) {
        if (!kinds().contains(of)) {
            throw new IllegalArgumentException(this + " selects among " + of.plural()
                    + ", of which it has no cache: say before that it owns, watches or reads them");
        }
        Selector.requireSelectable(of, selection);
        return with(copy -> copy.selections = Ordered.with(selections, of, selection));
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
        ControllerSpec<R> copy = new ControllerSpec<>(kind, spec -> value.apply(reconciler.apply(spec)));
        return with(copy, same -> {});
    }

    /** Reconciles without waiting until the caches have seen the controller's own writes: for reconcilers that bear to see the past. */
    public ControllerSpec<R> withoutReadingOwnWrites() {
        return with(copy -> copy.readsOwnWrites = false);
    }

    /**
     * Makes each reconcile a transaction, as if nobody else were at work meanwhile: all that its context reads is of one revision, its writes are kept back until it has returned, and are then
     * committed together, if nothing that it read has changed. If something has, all is done again with newer objects, without a word in the log. An exception commits nothing.
     *
     * <p>What counts as read, and thereby is guarded against changes, is what {@link io.coxswain.client.UnitOfWork} says: objects and absent ones that were looked for, lists with what would have
     * been in them (an index of one's own counts as the whole kind, as far as the controller {@link #selects} it), dependents. What isn't guarded: objects kept from another call, other clients, and the
     * world outside, in which a call that was overtaken has happened and happens again.
     *
     * <p>Inside such a reconcile a write returns the object as it is to be, with its uid and {@code resourceVersion} 0, and reads see it; a status that only another controller can fill is as it was. The
     * context reads from the API instead of the caches, so reads may wait; Events are written when the commit is made. More than {@value io.coxswain.client.Transaction#MAX_OPERATIONS} operations
     * are refused. A {@link Cleaner}'s finalizer is committed by a call of its own. Reconciles that are long, or list what others change often, are done again often.
     */
    public ControllerSpec<R> serializable() {
        return with(copy -> copy.serializable = true);
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
        return reconciler.apply(this);
    }

    /** All that leads to keys, the resources' own kind first. */
    List<Source<?>> sources() {
        Source<R> own = new Source<>(kind, (object, caches) -> List.of(object.key()), Source.Code.OURS, predicates);
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

    /** Whether a key waits for the caches; a serializable one reads what is newer. */
    boolean waitsForCaches() {
        return readsOwnWrites && !serializable;
    }

    boolean isSerializable() {
        return serializable;
    }

    /** Which objects of a kind concern it. */
    Selection selectionOf(Kind<?> other) {
        return selections.getOrDefault(other, Selection.all());
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
