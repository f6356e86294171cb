package io.coxswain.store.history;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot whose answers are noted as those of the call that gave the snapshot. */
final class RecordedSnapshot implements StoreSnapshot {
    private final StoreSnapshot snapshot;
    private final Recording recording;
    private final String client;
    private final long invoked;
    private final long returned;
    private final Call.Asked asked;

    RecordedSnapshot(
            StoreSnapshot snapshot, Recording recording, String client, long invoked, long returned, Call.Asked asked) {
        this.snapshot = snapshot;
        this.recording = recording;
        this.client = client;
        this.invoked = invoked;
        this.returned = returned;
        this.asked = asked;
    }

    @Override
    public long revision() {
        return snapshot.revision();
    }

    @Override
    public <R extends Resource<R>> @Nullable StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        StoredObject<R> found = snapshot.get(kind, key);
        recording.add(new Call.Get(
                client,
                invoked,
                returned,
                asked,
                snapshot.revision(),
                Version.target(kind, key),
                found == null ? null : Version.of(kind, found)));
        return found;
    }

    @Override
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        List<R> items = snapshot.list(kind, selection);
        note(kind, selection, null, Integer.MAX_VALUE, new StorePage<>(items, false));
        return items;
    }

    @Override
    public <R extends Resource<R>> StorePage<R> page(
            Kind<R> kind, Selection selection, @Nullable ResourceKey after, int limit) {
        StorePage<R> page = snapshot.page(kind, selection, after, limit);
        note(kind, selection, after, limit, page);
        return page;
    }

    private <R extends Resource<R>> void note(
            Kind<R> kind, Selection selection, @Nullable ResourceKey after, int limit, StorePage<R> page) {
        List<Version> items =
                page.items().stream().map(item -> Version.of(kind, item)).toList();
        String afterTarget = after == null ? null : Version.target(kind, after);
        Call.More more = page.more() ? Call.More.YES : Call.More.NO;
        recording.add(() -> new Call.Read(
                client,
                invoked,
                returned,
                asked,
                snapshot.revision(),
                kind.name(),
                recording.selected(kind, selection),
                afterTarget,
                limit,
                items,
                more));
    }

    @Override
    public long count(Kind<?> kind, @Nullable String namespace) {
        return snapshot.count(kind, namespace);
    }
}
