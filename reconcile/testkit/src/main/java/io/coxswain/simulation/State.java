package io.coxswain.simulation;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Reader;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All objects as they are after one commit. */
public final class State {
    private final Reader reader;
    private final Instant now;

    State(Reader reader, Instant now) {
        this.reader = reader;
        this.now = now;
    }

    /** The revision of the commit. */
    public long revision() {
        return reader.revision();
    }

    /** The time of day. */
    public Instant now() {
        return now;
    }

    /** The object, if there is one. */
    public <R extends Resource<R>> Optional<R> find(Kind<R> kind, ResourceKey key) {
        return Optional.ofNullable(reader.find(kind, key));
    }

    /** The object in namespace {@code default}, or of cluster scope, by name. */
    public <R extends Resource<R>> Optional<R> find(Kind<R> kind, String name) {
        return find(kind, kind.keyOf(name));
    }

    /** All objects of a kind, by namespace and name. */
    public <R extends Resource<R>> List<R> list(Kind<R> kind) {
        return list(kind, Selection.all());
    }

    /** The selected objects, by namespace and name. */
    public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
        return reader.list(kind, selection);
    }
}
