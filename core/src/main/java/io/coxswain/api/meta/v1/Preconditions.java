// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import io.coxswain.schema.EmptyIsValue;
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
}
