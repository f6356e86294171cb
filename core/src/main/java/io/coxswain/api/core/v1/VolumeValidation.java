package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the volumes of a pod. */
final class VolumeValidation {
    private static final int ISCSI_LENGTH = 64;

    private VolumeValidation() {}

    /** Where a volume comes from; {@code shown} is the field in the message that there are several. */
    private record Source<S>(String field, String shown, Function<Volume, @Nullable S> of, Check<S> check) {
        /** Whether the volume comes from here; {@code found} if it comes from elsewhere, too. */
        boolean validate(Volume volume, boolean found, PodScope pod, FieldErrors errors) {
            S source = of.apply(volume);
            if (source == null) {
                return false;
            }
            if (found) {
                errors.at(shown).forbidden("may not specify more than 1 volume type");
            } else {
                check.check(source, pod, errors.at(field));
            }
            return true;
        }
    }

    @FunctionalInterface
    private interface Check<S> {
        void check(S source, PodScope pod, FieldErrors errors);
    }

    private static <S> Source<S> source(String field, Function<Volume, @Nullable S> of, Check<S> check) {
        return new Source<>(field, field, of, check);
    }

    /** In Kubernetes' order, which decides which of two sources is one too many; and with its names. */
    private static final List<Source<?>> SOURCES = List.of(
            source("emptyDir", Volume::emptyDir, VolumeSourceRules::emptyDir),
            source("hostPath", Volume::hostPath, VolumeSourceRules::hostPath),
            source("gitRepo", Volume::gitRepo, DiskRules::gitRepo),
            new Source<>("persistentDisk", "gcePersistentDisk", Volume::gcePersistentDisk, DiskRules::googleDisk),
            source("awsElasticBlockStore", Volume::awsElasticBlockStore, DiskRules::amazonDisk),
            source("secret", Volume::secret, VolumeSourceRules::secret),
            source("nfs", Volume::nfs, DiskRules::nfs),
            source("iscsi", Volume::iscsi, DiskRules::iscsi),
            source("glusterfs", Volume::glusterfs, DiskRules::glusterfs),
            source("flocker", Volume::flocker, DiskRules::flocker),
            source("persistentVolumeClaim", Volume::persistentVolumeClaim, VolumeSourceRules::claim),
            source("rbd", Volume::rbd, DiskRules::rbd),
            source("cinder", Volume::cinder, DiskRules::cinder),
            new Source<>("cephfs", "cephFS", Volume::cephfs, DiskRules::cephfs),
            source("quobyte", Volume::quobyte, DiskRules::quobyte),
            new Source<>("downwardAPI", "downwarAPI", Volume::downwardAPI, VolumeSourceRules::downwardApi),
            source("fc", Volume::fc, DiskRules::fibreChannel),
            source("flexVolume", Volume::flexVolume, DiskRules::flex),
            source("configMap", Volume::configMap, VolumeSourceRules::configMap),
            source("azureFile", Volume::azureFile, DiskRules::azureFile),
            source("vsphereVolume", Volume::vsphereVolume, DiskRules::vsphere),
            source("photonPersistentDisk", Volume::photonPersistentDisk, DiskRules::photon),
            source("portworxVolume", Volume::portworxVolume, DiskRules::portworx),
            source("azureDisk", Volume::azureDisk, DiskRules::azureDisk),
            source("storageos", Volume::storageos, DiskRules::storageOs),
            source("projected", Volume::projected, ProjectedVolumeRules::projected),
            source("scaleIO", Volume::scaleIO, DiskRules::scaleIo),
            source("csi", Volume::csi, VolumeSourceRules::csi),
            source("ephemeral", Volume::ephemeral, ClaimTemplateRules::ephemeral),
            source("image", Volume::image, VolumeSourceRules::image));

    /** Checks the volumes and returns those that are in order. */
    static List<Volume> usable(PodScope pod, FieldErrors spec) {
        List<Volume> volumes = pod.spec().volumes();
        @Nullable List<Volume> good = null;
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            int before = spec.size();
            FieldErrors errors = spec.at("volumes", i);
            validate(volume, pod, errors);
            if (isNamedAmong(volume.name(), good == null ? volumes.subList(0, i) : good)) {
                errors.at("name").duplicate(volume.name());
            }
            if (spec.size() > before && good == null) {
                good = new ArrayList<>(volumes.subList(0, i));
            } else if (good != null && spec.size() == before) {
                good.add(volume);
            }
            noClaimToBeMade(volume, pod, errors);
        }
        return good == null ? volumes : good;
    }

    private static boolean isNamedAmong(String name, List<Volume> volumes) {
        for (Volume volume : volumes) {
            if (volume.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void validate(Volume volume, PodScope pod, FieldErrors errors) {
        boolean found = false;
        for (Source<?> source : SOURCES) {
            found |= source.validate(volume, found, pod, errors);
        }
        if (!found) {
            errors.required("must specify a volume type");
        }
        ISCSIVolumeSource iscsi = volume.iscsi();
        if (iscsi != null
                && iscsi.initiatorName() != null
                && volume.name().length() + 1 + iscsi.targetPortal().length() > ISCSI_LENGTH) {
            errors.at("name")
                    .invalid(
                            volume.name(),
                            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                                    + " iscsi.initiatorName is specified.");
        }
        if (volume.ephemeral() != null && pod.metadata() != null) {
            claimName(volume, pod.metadata().name(), errors);
        }
        if (volume.name().isEmpty()) {
            errors.at("name").required("");
        } else {
            errors.requireName("name", volume.name(), Names::dns1123Label);
        }
    }

    private static void claimName(Volume volume, String pod, FieldErrors errors) {
        String claim = pod + "-" + volume.name();
        String problem = pod.isEmpty() || volume.name().isEmpty() ? null : Names.dns1123Subdomain(claim);
        if (problem != null) {
            errors.at("name").invalid(volume.name(), "PVC name \"" + claim + "\": " + problem);
        }
    }

    /** A claim that is made for a volume of this pod can't be another volume of it. */
    private static void noClaimToBeMade(Volume volume, PodScope pod, FieldErrors errors) {
        PersistentVolumeClaimVolumeSource claim = volume.persistentVolumeClaim();
        if (claim == null || pod.metadata() == null || pod.metadata().name().isEmpty()) {
            return;
        }
        String prefix = pod.metadata().name() + "-";
        for (Volume other : pod.spec().volumes()) {
            if (other.ephemeral() != null && claim.claimName().equals(prefix + other.name())) {
                errors.at("persistentVolumeClaim")
                        .at("claimName")
                        .invalid(
                                claim.claimName(),
                                "must not reference a PVC that gets created for an ephemeral volume");
                return;
            }
        }
    }
}
