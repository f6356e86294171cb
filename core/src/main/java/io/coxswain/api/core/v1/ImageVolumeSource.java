// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

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
}
