// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One source of a projected volume; exactly one is set. */
public record VolumeProjection(
        @Nullable ClusterTrustBundleProjection clusterTrustBundle,
        @Nullable ConfigMapProjection configMap,
        @Nullable DownwardAPIProjection downwardAPI,
        @Nullable SecretProjection secret,
        @Nullable ServiceAccountTokenProjection serviceAccountToken) {
    /** Nothing is set. */
    public static final VolumeProjection EMPTY = new VolumeProjection(null, null, null, null, null);

    /** This with another {@code clusterTrustBundle}. */
    public VolumeProjection withClusterTrustBundle(@Nullable ClusterTrustBundleProjection clusterTrustBundle) {
        return new VolumeProjection(clusterTrustBundle, configMap, downwardAPI, secret, serviceAccountToken);
    }

    /** This with another {@code configMap}. */
    public VolumeProjection withConfigMap(@Nullable ConfigMapProjection configMap) {
        return new VolumeProjection(clusterTrustBundle, configMap, downwardAPI, secret, serviceAccountToken);
    }

    /** This with another {@code downwardAPI}. */
    public VolumeProjection withDownwardAPI(@Nullable DownwardAPIProjection downwardAPI) {
        return new VolumeProjection(clusterTrustBundle, configMap, downwardAPI, secret, serviceAccountToken);
    }

    /** This with another {@code secret}. */
    public VolumeProjection withSecret(@Nullable SecretProjection secret) {
        return new VolumeProjection(clusterTrustBundle, configMap, downwardAPI, secret, serviceAccountToken);
    }

    /** This with another {@code serviceAccountToken}. */
    public VolumeProjection withServiceAccountToken(@Nullable ServiceAccountTokenProjection serviceAccountToken) {
        return new VolumeProjection(clusterTrustBundle, configMap, downwardAPI, secret, serviceAccountToken);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof VolumeProjection that
                        && Objects.equals(clusterTrustBundle, that.clusterTrustBundle)
                        && Objects.equals(configMap, that.configMap)
                        && Objects.equals(downwardAPI, that.downwardAPI)
                        && Objects.equals(secret, that.secret)
                        && Objects.equals(serviceAccountToken, that.serviceAccountToken));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(clusterTrustBundle);
        hash = 31 * hash + Objects.hashCode(configMap);
        hash = 31 * hash + Objects.hashCode(downwardAPI);
        hash = 31 * hash + Objects.hashCode(secret);
        hash = 31 * hash + Objects.hashCode(serviceAccountToken);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
