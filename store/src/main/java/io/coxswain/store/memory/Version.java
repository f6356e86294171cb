package io.coxswain.store.memory;

import io.coxswain.resource.Resource;
import io.coxswain.store.StoredObject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * One version of an object. Immutable but for the link to the version before, which compaction cuts.
 *
 * <p>A reader below the oldest revision may find the link cut. Compaction publishes the oldest revision before it cuts
 * (release), a reader looks at it after it followed the link (acquire), so it learns that its answer is void.
 */
final class Version<R extends Resource<R>> {
    private static final VarHandle PREVIOUS;

    static {
        try {
            PREVIOUS = MethodHandles.lookup().findVarHandle(Version.class, "previous", Version.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final long revision;
    /** {@code null}: the object was deleted at this revision. */
    final @Nullable StoredObject<R> object;

    @SuppressWarnings("UnusedVariable") // read through its handle
    private @Nullable Version<R> previous;

    Version(long revision, @Nullable StoredObject<R> object, @Nullable Version<R> previous) {
        this.revision = revision;
        this.object = object;
        this.previous = previous;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Version<R> previousAcquire() {
        return (Version<R>) PREVIOUS.getAcquire(this);
    }

    void cutRelease() {
        PREVIOUS.setRelease(this, null);
    }
}
