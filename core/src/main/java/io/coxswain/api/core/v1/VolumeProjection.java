// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

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
}
