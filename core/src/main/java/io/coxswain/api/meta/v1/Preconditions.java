// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must be true of an object for it to be deleted. */
public record Preconditions(
        @EmptyIsValue @Nullable String resourceVersion,
        @EmptyIsValue @Nullable String uid) {
    /** Nothing is set. */
    public static final Preconditions EMPTY = new Preconditions(null, null);

    /** This with another {@code resourceVersion}. */
    public Preconditions withResourceVersion(@Nullable String resourceVersion) {
        return new Preconditions(resourceVersion, uid);
    }

    /** This with another {@code uid}. */
    public Preconditions withUid(@Nullable String uid) {
        return new Preconditions(resourceVersion, uid);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Preconditions that
                        && Objects.equals(resourceVersion, that.resourceVersion)
                        && Objects.equals(uid, that.uid));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(resourceVersion);
        hash = 31 * hash + Objects.hashCode(uid);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
