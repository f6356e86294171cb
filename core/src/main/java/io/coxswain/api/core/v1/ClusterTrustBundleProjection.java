// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import org.jspecify.annotations.Nullable;

/** Trust anchors, written to a file of a projected volume. */
public record ClusterTrustBundleProjection(
        @EmptyIsValue @Nullable String name,
        @Nullable LabelSelector labelSelector,
        @Nullable Boolean optional,
        @Required @AlwaysWritten String path,
        @EmptyIsValue @Nullable String signerName) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ClusterTrustBundleProjection {
        path = requireNonNullElse(path, "");
    }

    /** This with another {@code name}. */
    public ClusterTrustBundleProjection withName(@Nullable String name) {
        return new ClusterTrustBundleProjection(name, labelSelector, optional, path, signerName);
    }

    /** This with another {@code labelSelector}. */
    public ClusterTrustBundleProjection withLabelSelector(@Nullable LabelSelector labelSelector) {
        return new ClusterTrustBundleProjection(name, labelSelector, optional, path, signerName);
    }

    /** This with another {@code optional}. */
    public ClusterTrustBundleProjection withOptional(@Nullable Boolean optional) {
        return new ClusterTrustBundleProjection(name, labelSelector, optional, path, signerName);
    }

    /** This with another {@code path}. */
    public ClusterTrustBundleProjection withPath(String path) {
        return new ClusterTrustBundleProjection(name, labelSelector, optional, path, signerName);
    }

    /** This with another {@code signerName}. */
    public ClusterTrustBundleProjection withSignerName(@Nullable String signerName) {
        return new ClusterTrustBundleProjection(name, labelSelector, optional, path, signerName);
    }
}
