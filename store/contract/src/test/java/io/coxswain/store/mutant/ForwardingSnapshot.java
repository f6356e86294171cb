package io.coxswain.store.mutant;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoredObject;
import java.util.List;

/** Passes everything on. */
class ForwardingSnapshot implements StoreSnapshot {
    final StoreSnapshot real;

    ForwardingSnapshot(StoreSnapshot real) {
        this.real = real;
    }

    @Override
    public long revision() {
        return real.revision();
    }

    @Override
    public <R extends Resource<R>> StoredObject<R> get(Kind<R> kind, ResourceKey key) {
        return real.get(kind, key);
    }

    @Override
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        return real.list(kind, selection);
    }

    @Override
    public <R extends Resource<R>> StorePage<R> page(Kind<R> kind, Selection selection, ResourceKey after, int limit) {
        return real.page(kind, selection, after, limit);
    }

    @Override
    public <R extends Resource<R>> List<R> ownedBy(Kind<R> kind, String uid) {
        return real.ownedBy(kind, uid);
    }

    @Override
    public long count(Kind<?> kind, String namespace) {
        return real.count(kind, namespace);
    }
}
