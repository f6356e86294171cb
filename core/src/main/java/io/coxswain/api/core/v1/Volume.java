// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/** A folder that a pod's containers can mount; exactly one source is set. */
@RecordBuilder
public record Volume(
        @Required @AlwaysWritten String name,
        @Nullable AWSElasticBlockStoreVolumeSource awsElasticBlockStore,
        @Nullable AzureDiskVolumeSource azureDisk,
        @Nullable AzureFileVolumeSource azureFile,
        @Nullable CephFSVolumeSource cephfs,
        @Nullable CinderVolumeSource cinder,
        @Nullable ConfigMapVolumeSource configMap,
        @Nullable CSIVolumeSource csi,
        @Nullable DownwardAPIVolumeSource downwardAPI,
        @Nullable EmptyDirVolumeSource emptyDir,
        @Nullable EphemeralVolumeSource ephemeral,
        @Nullable FCVolumeSource fc,
        @Nullable FlexVolumeSource flexVolume,
        @Nullable FlockerVolumeSource flocker,
        @Nullable GCEPersistentDiskVolumeSource gcePersistentDisk,
        @Nullable GitRepoVolumeSource gitRepo,
        @Nullable GlusterfsVolumeSource glusterfs,
        @Nullable HostPathVolumeSource hostPath,
        @Nullable ImageVolumeSource image,
        @Nullable ISCSIVolumeSource iscsi,
        @Nullable NFSVolumeSource nfs,
        @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim,
        @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk,
        @Nullable PortworxVolumeSource portworxVolume,
        @Nullable ProjectedVolumeSource projected,
        @Nullable QuobyteVolumeSource quobyte,
        @Nullable RBDVolumeSource rbd,
        @Nullable ScaleIOVolumeSource scaleIO,
        @Nullable SecretVolumeSource secret,
        @Nullable StorageOSVolumeSource storageos,
        @Nullable VsphereVirtualDiskVolumeSource vsphereVolume)
        implements VolumeBuilder.With {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Volume {
        name = requireNonNullElse(name, "");
    }
}
