// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** An OCI image or artifact as a read-only volume. */
public record ImageVolumeSource(String pullPolicy, String reference) {
    /** Nothing is set. */
    public static final ImageVolumeSource EMPTY = new ImageVolumeSource("", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ImageVolumeSource {
        pullPolicy = requireNonNullElse(pullPolicy, "");
        reference = requireNonNullElse(reference, "");
    }

    /** This with another {@code pullPolicy}. */
    public ImageVolumeSource withPullPolicy(String pullPolicy) {
        return new ImageVolumeSource(pullPolicy, reference);
    }

    /** This with another {@code reference}. */
    public ImageVolumeSource withReference(String reference) {
        return new ImageVolumeSource(pullPolicy, reference);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ImageVolumeSource that
                        && pullPolicy.equals(that.pullPolicy)
                        && reference.equals(that.reference));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = pullPolicy.hashCode();
        hash = 31 * hash + reference.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
