// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ClusterTrustBundleProjection that
                        && Objects.equals(name, that.name)
                        && Objects.equals(labelSelector, that.labelSelector)
                        && Objects.equals(optional, that.optional)
                        && path.equals(that.path)
                        && Objects.equals(signerName, that.signerName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(name);
        hash = 31 * hash + Objects.hashCode(labelSelector);
        hash = 31 * hash + Objects.hashCode(optional);
        hash = 31 * hash + path.hashCode();
        hash = 31 * hash + Objects.hashCode(signerName);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
