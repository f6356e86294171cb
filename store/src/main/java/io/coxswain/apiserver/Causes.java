package io.coxswain.apiserver;

import io.coxswain.client.Cause;
import io.coxswain.client.CauseChain;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceRef;
import io.coxswain.store.Store;
import io.coxswain.store.StoredObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Walks the log of commits from an object's last change back to what began it. */
final class Causes {
    private final Store store;
    private final List<CauseChain.Link> links = new ArrayList<>();
    private final Set<Long> seen = new LinkedHashSet<>();
    private boolean complete = true;

    private Causes(Store store) {
        this.store = store;
    }

    /** @throws NotFoundException if there is no such object */
    static CauseChain of(ResourceRef object, Collection<Kind<?>> kinds, Store store) {
        for (Kind<?> kind : kinds) {
            if (kind.name().equals(object.kind()) && kind.apiVersion().equals(object.apiVersion())) {
                return of(object, kind, store);
            }
        }
        throw new NotFoundException(
                object + " not found: no kind " + object.kind() + " of " + object.apiVersion() + " is known here");
    }

    private static <R extends Resource<R>> CauseChain of(ResourceRef object, Kind<R> kind, Store store) {
        StoredObject<R> stored = store.get(kind, kind.keyOf(object.key()));
        if (stored == null) {
            throw NotFoundException.object(kind, object.key());
        }
        R now = stored.resource();
        if (!object.uid().isEmpty() && !object.uid().equals(now.metadata().uid())) {
            throw new NotFoundException(object + " with uid " + object.uid() + " not found: "
                    + now.metadata().uid() + " has its name now");
        }
        Causes walk = new Causes(store);
        walk.follow(now.metadata().resourceVersion(), 0);
        return new CauseChain(now.ref(), walk.links, walk.complete);
    }

    /** A cause names older commits only, and the number of links is bounded, so this ends. */
    private void follow(long revision, int depth) {
        if (!seen.add(revision)) {
            return;
        }
        if (links.size() >= CauseChain.MOST_LINKS) {
            complete = false;
            return;
        }
        Cause cause = store.cause(revision).orElse(null);
        links.add(new CauseChain.Link(revision, depth, cause));
        if (cause != null) {
            for (long earlier : cause.revisions()) {
                follow(earlier, depth + 1);
            }
        }
    }
}
