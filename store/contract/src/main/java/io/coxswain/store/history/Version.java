package io.coxswain.store.history;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One state of one object.
 *
 * @param target the object: its kind and key, such as {@code Widget default/a}
 * @param content a digest of the object without its resourceVersion
 * @param applied a digest of what managers applied, or {@code null} where it wasn't shown
 * @param uid its uid
 * @param fence for a Lease what a fenced write compares: uid, holder and transitions; else empty
 * @param revision its resourceVersion; 0 in what a client wants to write
 */
public record Version(
        String target, String content, @Nullable String applied, String uid, String fence, long revision) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** What a client sees or writes, with what is kept beside it. */
    static <R extends Resource<R>> Version of(Kind<R> kind, StoredObject<R> stored) {
        return of(kind, stored.resource(), appliedDigest(stored.applied()));
    }

    /** What a list or an event shows. */
    static <R extends Resource<R>> Version of(Kind<R> kind, R object) {
        return of(kind, object, null);
    }

    private static <R extends Resource<R>> Version of(Kind<R> kind, R object, @Nullable String applied) {
        R bare = kind.withMetadata(object, object.metadata().withResourceVersion(0));
        return new Version(
                target(kind, object.key()),
                digest(bare.toString()),
                applied,
                object.metadata().uid(),
                object instanceof Lease lease ? fence(lease) : "",
                object.metadata().resourceVersion());
    }

    static String target(Kind<?> kind, ResourceKey key) {
        return kind.name() + " " + key;
    }

    static String fence(String uid, String holder, int transitions) {
        return uid + " " + holder + " " + transitions;
    }

    private static String fence(Lease lease) {
        LeaseSpec spec = lease.spec();
        return fence(
                lease.metadata().uid(),
                Objects.requireNonNullElse(spec.holderIdentity(), ""),
                Objects.requireNonNullElse(spec.leaseTransitions(), 0));
    }

    private static String appliedDigest(Map<String, ?> applied) {
        return applied.isEmpty() ? "" : digest(applied.toString());
    }

    /** FNV-1a: collisions don't matter at this length, and it is the same in every JVM. */
    private static String digest(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return Long.toHexString(hash);
    }

    Version at(long newRevision) {
        return new Version(target, content, applied, uid, fence, newRevision);
    }

    /** Whether a write of the other one would change nothing. */
    boolean sameContent(Version other) {
        return content.equals(other.content)
                && (applied == null || other.applied == null || applied.equals(other.applied));
    }

    /** Whether both are the same state, as far as is shown. */
    static boolean same(@Nullable Version one, @Nullable Version other) {
        return one == null || other == null
                ? one == other
                : one.revision == other.revision && one.target.equals(other.target) && one.sameContent(other);
    }

    /** The kind's name. */
    String kind() {
        return target.substring(0, target.indexOf(' '));
    }

    static ResourceKey key(String target) {
        return ResourceKey.parse(target.substring(target.indexOf(' ') + 1));
    }

    /** Such as {@code Widget default/a @7 (3f2a)}. */
    @Override
    public String toString() {
        return target + " @" + revision + " (" + content.substring(0, Math.min(4, content.length())) + ")";
    }
}
