package io.coxswain.controller;

import io.coxswain.client.Client;
import io.coxswain.client.Selector;
import io.coxswain.client.UnitOfWork;
import io.coxswain.environment.Environment;
import io.coxswain.informer.Index;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads in a unit of work what a controller's caches would hold at its revision. For the thread of one call; waits for each answer. */
final class UnitReader implements CacheReader {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final UnitOfWork unit;
    private final Client client;
    private final Environment environment;
    private final ControllerCaches caches;

    UnitReader(UnitOfWork unit, Client client, Environment environment, ControllerCaches caches) {
        this.unit = unit;
        this.client = client;
        this.environment = environment;
        this.caches = caches;
    }

    @Override
    public <T extends Resource<T>> Optional<T> find(Kind<T> kind, ResourceKey key) {
        Selector<T> cached = cached(kind);
        return client.find(kind, key).filter(cached::matches);
    }

    private <T extends Resource<T>> Selector<T> cached(Kind<T> kind) {
        return new Selector<>(kind, caches.of(kind).selection());
    }

    @Override
    public <T extends Resource<T>> List<T> list(Kind<T> kind, Selection selection) {
        Selection cached = caches.of(kind).selection();
        if (selection.isEverything()) {
            return client.list(kind, cached);
        }
        return only(kind, client.list(kind, selection));
    }

    private <T extends Resource<T>> List<T> only(Kind<T> kind, List<T> objects) {
        Selector<T> cached = cached(kind);
        return cached.isAll()
                ? objects
                : objects.stream().filter(cached::matches).toList();
    }

    @Override
    public <T extends Resource<T>> List<T> list(Index<T> index, String value) {
        Kind<T> kind = index.kind();
        if (index.equals(Index.owner(kind))) {
            caches.of(kind);
            return only(kind, environment.await(unit.ownedBy(kind, value), LIMIT));
        }
        if (index.equals(Index.namespace(kind))) {
            return list(kind, Selection.inNamespace(value));
        }
        if (kind.selectableFields().containsKey(index.name())) {
            return value.isEmpty() ? List.of() : list(kind, Selection.all().field(index.name(), value));
        }
        return list(kind).stream()
                .filter(object -> index.values().apply(object).contains(value))
                .toList();
    }
}
