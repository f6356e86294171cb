package io.coxswain.controller;

import io.coxswain.informer.Index;
import io.coxswain.informer.Informer;
import io.coxswain.informer.Informers;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The caches that one controller declared. */
final class ControllerCaches implements CacheReader {
    private static final Comparator<Resource<?>> BY_KEY = Comparator.comparing(Resource::key);

    private final String controller;
    private final Map<Kind<?>, Informer<?>> informers = new LinkedHashMap<>();

    ControllerCaches(ControllerSpec<?> spec, Informers shared) {
        controller = spec.name();
        spec.kinds().forEach(kind -> add(kind, spec.selectionOf(kind), shared));
    }

    private <T extends Resource<T>> void add(Kind<T> kind, Selection selection, Informers shared) {
        informers.put(kind, shared.of(kind, selection));
    }

    Collection<Informer<?>> all() {
        return informers.values();
    }

    boolean has(Kind<?> kind) {
        return informers.containsKey(kind);
    }

    @SuppressWarnings("unchecked") // an informer is stored under its own kind only
    <T extends Resource<T>> Informer<T> of(Kind<T> kind) {
        Informer<?> informer = informers.get(kind);
        if (informer == null) {
            String constant = kind.type().getSimpleName() + ".KIND";
            throw new IllegalStateException("controller " + controller + " has no cache of " + kind
                    + ": where the controller is made, add .owns(" + constant + ") if it makes such objects, .watches("
                    + constant + ", ...) if their changes concern it, or .reads(" + constant + ")");
        }
        return (Informer<T>) informer;
    }

    @Override
    public <T extends Resource<T>> Optional<T> find(Kind<T> kind, ResourceKey key) {
        return of(kind).find(key);
    }

    @Override
    public <T extends Resource<T>> List<T> list(Kind<T> kind, Selection selection) {
        return of(kind).list(selection);
    }

    @Override
    public <T extends Resource<T>> List<T> list(Index<T> index, String value) {
        List<T> found = new ArrayList<>(of(index.kind()).byIndex(index, value));
        found.sort(BY_KEY);
        return found;
    }
}
