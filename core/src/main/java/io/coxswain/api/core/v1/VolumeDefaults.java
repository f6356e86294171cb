package io.coxswain.api.core.v1;

import org.jspecify.annotations.Nullable;

/** What an author may leave out of a volume (Kubernetes {@code pkg/apis/core/v1/defaults.go}). */
final class VolumeDefaults {
    /** 0644. */
    private static final int FILE_MODE = 420;

    private static final long TOKEN_SECONDS = 3600;

    private VolumeDefaults() {}

    static Volume volume(Volume volume) {
        if (volume.equals(VolumeBuilder.builder().name(volume.name()).build())) {
            return volume.withEmptyDir(EmptyDirVolumeSource.EMPTY);
        }
        Volume complete = volume.with(builder -> builder.secret(secret(volume.secret()))
                .configMap(configMap(volume.configMap()))
                .downwardAPI(downward(volume.downwardAPI()))
                .projected(projected(volume.projected()))
                .hostPath(hostPath(volume.hostPath()))
                .ephemeral(ephemeral(volume.ephemeral()))
                .iscsi(iscsi(volume.iscsi()))
                .rbd(rbd(volume.rbd()))
                .azureDisk(azureDisk(volume.azureDisk()))
                .scaleIO(scaleIO(volume.scaleIO())));
        return complete.equals(volume) ? volume : complete;
    }

    private static Integer mode(@Nullable Integer given) {
        return given == null ? Integer.valueOf(FILE_MODE) : given;
    }

    private static @Nullable SecretVolumeSource secret(@Nullable SecretVolumeSource source) {
        return source == null ? null : source.withDefaultMode(mode(source.defaultMode()));
    }

    private static @Nullable ConfigMapVolumeSource configMap(@Nullable ConfigMapVolumeSource source) {
        return source == null ? null : source.withDefaultMode(mode(source.defaultMode()));
    }

    private static @Nullable DownwardAPIVolumeSource downward(@Nullable DownwardAPIVolumeSource source) {
        return source == null
                ? null
                : new DownwardAPIVolumeSource(
                        mode(source.defaultMode()), PodDefaults.each(source.items(), VolumeDefaults::file));
    }

    private static DownwardAPIVolumeFile file(DownwardAPIVolumeFile file) {
        ObjectFieldSelector field = file.fieldRef();
        return field == null ? file : file.withFieldRef(ContainerDefaults.field(field));
    }

    private static @Nullable ProjectedVolumeSource projected(@Nullable ProjectedVolumeSource source) {
        return source == null
                ? null
                : new ProjectedVolumeSource(
                        mode(source.defaultMode()), PodDefaults.each(source.sources(), VolumeDefaults::projection));
    }

    private static VolumeProjection projection(VolumeProjection projection) {
        DownwardAPIProjection downward = projection.downwardAPI();
        ServiceAccountTokenProjection token = projection.serviceAccountToken();
        VolumeProjection changed = projection;
        if (downward != null) {
            changed = changed.withDownwardAPI(
                    downward.withItems(PodDefaults.each(downward.items(), VolumeDefaults::file)));
        }
        if (token != null && token.expirationSeconds() == null) {
            changed = changed.withServiceAccountToken(token.withExpirationSeconds(TOKEN_SECONDS));
        }
        return changed;
    }

    private static @Nullable HostPathVolumeSource hostPath(@Nullable HostPathVolumeSource source) {
        return source != null && source.type() == null ? source.withType("") : source;
    }

    private static @Nullable EphemeralVolumeSource ephemeral(@Nullable EphemeralVolumeSource source) {
        PersistentVolumeClaimTemplate template = source == null ? null : source.volumeClaimTemplate();
        if (source == null || template == null || template.spec().volumeMode() != null) {
            return source;
        }
        return source.withVolumeClaimTemplate(template.withSpec(template.spec().withVolumeMode("Filesystem")));
    }

    private static @Nullable ISCSIVolumeSource iscsi(@Nullable ISCSIVolumeSource source) {
        return source != null && source.iscsiInterface().isEmpty() ? source.withIscsiInterface("default") : source;
    }

    private static @Nullable RBDVolumeSource rbd(@Nullable RBDVolumeSource source) {
        return source == null
                ? null
                : source.withPool(or(source.pool(), "rbd"))
                        .withUser(or(source.user(), "admin"))
                        .withKeyring(or(source.keyring(), "/etc/ceph/keyring"));
    }

    private static @Nullable AzureDiskVolumeSource azureDisk(@Nullable AzureDiskVolumeSource source) {
        if (source == null) {
            return null;
        }
        return new AzureDiskVolumeSource(
                or(source.kind(), "Shared"),
                source.cachingMode() == null ? "ReadWrite" : source.cachingMode(),
                source.diskName(),
                source.diskURI(),
                source.fsType() == null ? "ext4" : source.fsType(),
                source.readOnly() == null ? Boolean.FALSE : source.readOnly());
    }

    private static @Nullable ScaleIOVolumeSource scaleIO(@Nullable ScaleIOVolumeSource source) {
        return source == null
                ? null
                : source.withStorageMode(or(source.storageMode(), "ThinProvisioned"))
                        .withFsType(or(source.fsType(), "xfs"));
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
