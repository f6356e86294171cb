// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Volume that
                        && name.equals(that.name)
                        && Objects.equals(awsElasticBlockStore, that.awsElasticBlockStore)
                        && Objects.equals(azureDisk, that.azureDisk)
                        && Objects.equals(azureFile, that.azureFile)
                        && Objects.equals(cephfs, that.cephfs)
                        && Objects.equals(cinder, that.cinder)
                        && Objects.equals(configMap, that.configMap)
                        && Objects.equals(csi, that.csi)
                        && Objects.equals(downwardAPI, that.downwardAPI)
                        && Objects.equals(emptyDir, that.emptyDir)
                        && Objects.equals(ephemeral, that.ephemeral)
                        && Objects.equals(fc, that.fc)
                        && Objects.equals(flexVolume, that.flexVolume)
                        && Objects.equals(flocker, that.flocker)
                        && Objects.equals(gcePersistentDisk, that.gcePersistentDisk)
                        && Objects.equals(gitRepo, that.gitRepo)
                        && Objects.equals(glusterfs, that.glusterfs)
                        && Objects.equals(hostPath, that.hostPath)
                        && Objects.equals(image, that.image)
                        && Objects.equals(iscsi, that.iscsi)
                        && Objects.equals(nfs, that.nfs)
                        && Objects.equals(persistentVolumeClaim, that.persistentVolumeClaim)
                        && Objects.equals(photonPersistentDisk, that.photonPersistentDisk)
                        && Objects.equals(portworxVolume, that.portworxVolume)
                        && Objects.equals(projected, that.projected)
                        && Objects.equals(quobyte, that.quobyte)
                        && Objects.equals(rbd, that.rbd)
                        && Objects.equals(scaleIO, that.scaleIO)
                        && Objects.equals(secret, that.secret)
                        && Objects.equals(storageos, that.storageos)
                        && Objects.equals(vsphereVolume, that.vsphereVolume));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(awsElasticBlockStore);
        hash = 31 * hash + Objects.hashCode(azureDisk);
        hash = 31 * hash + Objects.hashCode(azureFile);
        hash = 31 * hash + Objects.hashCode(cephfs);
        hash = 31 * hash + Objects.hashCode(cinder);
        hash = 31 * hash + Objects.hashCode(configMap);
        hash = 31 * hash + Objects.hashCode(csi);
        hash = 31 * hash + Objects.hashCode(downwardAPI);
        hash = 31 * hash + Objects.hashCode(emptyDir);
        hash = 31 * hash + Objects.hashCode(ephemeral);
        hash = 31 * hash + Objects.hashCode(fc);
        hash = 31 * hash + Objects.hashCode(flexVolume);
        hash = 31 * hash + Objects.hashCode(flocker);
        hash = 31 * hash + Objects.hashCode(gcePersistentDisk);
        hash = 31 * hash + Objects.hashCode(gitRepo);
        hash = 31 * hash + Objects.hashCode(glusterfs);
        hash = 31 * hash + Objects.hashCode(hostPath);
        hash = 31 * hash + Objects.hashCode(image);
        hash = 31 * hash + Objects.hashCode(iscsi);
        hash = 31 * hash + Objects.hashCode(nfs);
        hash = 31 * hash + Objects.hashCode(persistentVolumeClaim);
        hash = 31 * hash + Objects.hashCode(photonPersistentDisk);
        hash = 31 * hash + Objects.hashCode(portworxVolume);
        hash = 31 * hash + Objects.hashCode(projected);
        hash = 31 * hash + Objects.hashCode(quobyte);
        hash = 31 * hash + Objects.hashCode(rbd);
        hash = 31 * hash + Objects.hashCode(scaleIO);
        hash = 31 * hash + Objects.hashCode(secret);
        hash = 31 * hash + Objects.hashCode(storageos);
        hash = 31 * hash + Objects.hashCode(vsphereVolume);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
