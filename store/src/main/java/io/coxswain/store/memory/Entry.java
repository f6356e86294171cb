package io.coxswain.store.memory;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one object, newest first.
 *
 * <p>Who may call what: the baton's holder {@code newest}, {@code push}, {@code trim}, {@code markGone} and {@code isGone}; any thread
 * {@code at}.
 *
 * <ul>
 *   <li>{@code newest}: written by the holder with release, read with acquire; this publishes the version and those behind it. A push
 *       takes effect for readers with the write of the engine's head that follows: they pass over versions above it.
 *   <li>{@code previous} of a version: written once more by the holder, with release, when compaction cuts off what is behind. The
 *       engine's {@code oldest} is written before, so who reads below it and finds the cut end then finds his revision expired; who reads at
 *       or above it ends at a version before the cut.
 *   <li>{@code gone}: the holder's.
 * </ul>
 *
 * <p>Reading walks as many versions as were committed after its revision; every operation is wait-free. After Bernstein and Goodman,
 * Multiversion concurrency control (1983).
 *
 * <p>{@code EngineLincheckTest} checks reads against commits and compaction, and that a twin which cuts first fails.
 */
final class Entry<R extends Resource<R>> {
    private static final VarHandle NEWEST;

    static {
        try {
            NEWEST = MethodHandles.lookup().findVarHandle(Entry.class, "newest", Version.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final ResourceKey key;

    private @Nullable Version<R> newest;
    /** The writer's: this entry was taken out of the table, another one may have its key. */
    private boolean gone;

    Entry(ResourceKey key) {
        this.key = key;
    }

    /** The object as it was at a revision; {@code null} if there was none, or if that revision is compacted. */
    @Nullable
    StoredObject<R> at(long revision) {
        Version<R> version = newestAcquire();
        while (version != null && version.revision > revision) {
            version = version.previousAcquire();
        }
        return version == null ? null : version.object;
    }

    /** The writer's view: the newest version, published or not. */
    @Nullable
    Version<R> newest() {
        return newest;
    }

    void push(long revision, @Nullable StoredObject<R> object) {
        NEWEST.setRelease(this, new Version<>(revision, object, newest));
    }

    /**
     * Lets go of the versions that no readable revision shows.
     *
     * @return whether nothing is left but a deletion that everybody sees
     */
    boolean trim(long oldestRevision) {
        Version<R> version = newest;
        while (version != null && version.revision > oldestRevision) {
            version = version.previousAcquire();
        }
        if (version == null) {
            return false;
        }
        version.cutRelease();
        return version == newest && version.object == null;
    }

    void markGone() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Version<R> newestAcquire() {
        return (Version<R>) NEWEST.getAcquire(this);
    }
}
