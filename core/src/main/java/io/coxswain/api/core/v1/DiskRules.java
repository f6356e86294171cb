package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the sources of volumes of particular storage systems must say. */
final class DiskRules {
    private static final int LARGEST_UNIT = 255;
    private static final int TENANT_LENGTH = 64;
    private static final Pattern ISCSI_NAME = Pattern.compile(
            "iqn\\.\\d{4}-\\d{2}\\.[\\p{Alnum}.-]+:[^,;*&$|\\s]+" + "|eui.\\p{Alnum}{16}|naa.\\p{Alnum}{32}");
    private static final List<String> CACHING_MODES = List.of("None", "ReadOnly", "ReadWrite");
    private static final List<String> DISK_KINDS = List.of("Dedicated", "Managed", "Shared");

    private DiskRules() {}

    private static void requireUnit(String field, int number, FieldErrors errors) {
        if (number < 0 || number > LARGEST_UNIT) {
            errors.at(field).invalid(number, "must be between 0 and 255, inclusive");
        }
    }

    private static void requireNamed(String field, @Nullable LocalObjectReference reference, FieldErrors errors) {
        if (reference != null && reference.name().isEmpty()) {
            errors.at(field).at("name").required("");
        }
    }

    static void gitRepo(GitRepoVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("repository", source.repository());
        PathRules.requireBelow("directory", source.directory(), errors);
    }

    static void googleDisk(GCEPersistentDiskVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("pdName", source.pdName());
        requireUnit("partition", source.partition(), errors);
    }

    static void amazonDisk(AWSElasticBlockStoreVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("volumeID", source.volumeID());
        requireUnit("partition", source.partition(), errors);
    }

    static void nfs(NFSVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("server", source.server());
        errors.requireText("path", source.path());
        if (!source.path().startsWith("/")) {
            errors.at("path").invalid(source.path(), "must be an absolute path");
        }
    }

    static void iscsi(ISCSIVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("targetPortal", source.targetPortal());
        if (source.iqn().isEmpty()) {
            errors.at("iqn").required("");
        } else {
            requireIscsiName("iqn", source.iqn(), errors);
        }
        requireUnit("lun", source.lun(), errors);
        if ((source.chapAuthDiscovery() || source.chapAuthSession()) && source.secretRef() == null) {
            errors.at("secretRef").required("");
        }
        if (source.initiatorName() != null) {
            requireIscsiName("initiatorname", source.initiatorName(), errors);
        }
    }

    private static void requireIscsiName(String field, String name, FieldErrors errors) {
        if (!ISCSI_NAME.matcher(name).matches()) {
            errors.at(field).invalid(name, "must be valid format starting with iqn, eui, or naa");
        }
    }

    static void glusterfs(GlusterfsVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("endpoints", source.endpoints());
        errors.requireText("path", source.path());
    }

    static void flocker(FlockerVolumeSource source, PodScope pod, FieldErrors errors) {
        boolean named = !source.datasetName().isEmpty();
        if (!named && source.datasetUUID().isEmpty()) {
            errors.required("one of datasetName and datasetUUID is required");
        } else if (named && !source.datasetUUID().isEmpty()) {
            errors.invalid("resource", "datasetName and datasetUUID can not be specified simultaneously");
        }
        if (source.datasetName().indexOf('/') >= 0) {
            errors.at("datasetName").invalid(source.datasetName(), "must not contain '/'");
        }
    }

    static void rbd(RBDVolumeSource source, PodScope pod, FieldErrors errors) {
        requireMonitors(source.monitors(), errors);
        errors.requireText("image", source.image());
    }

    private static void requireMonitors(List<String> monitors, FieldErrors errors) {
        if (monitors.isEmpty()) {
            errors.at("monitors").required("");
        }
    }

    static void cinder(CinderVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("volumeID", source.volumeID());
        requireNamed("secretRef", source.secretRef(), errors);
    }

    static void cephfs(CephFSVolumeSource source, PodScope pod, FieldErrors errors) {
        requireMonitors(source.monitors(), errors);
    }

    static void quobyte(QuobyteVolumeSource source, PodScope pod, FieldErrors errors) {
        if (source.registry().isEmpty()) {
            errors.at("registry").required("must be a host:port pair or multiple pairs separated by commas");
        } else if (source.tenant().length() > TENANT_LENGTH) {
            errors.at("tenant").required("must be a UUID and may not exceed a length of 64 characters");
        } else {
            for (String pair : source.registry().split(",", -1)) {
                if (pair.indexOf(':') < 0 || (pair.indexOf(':') != pair.lastIndexOf(':') && !pair.startsWith("["))) {
                    errors.at("registry")
                            .invalid(
                                    source.registry(),
                                    "must be a host:port pair or multiple pairs separated by commas");
                }
            }
        }
        errors.requireText("volume", source.volume());
    }

    static void fibreChannel(FCVolumeSource source, PodScope pod, FieldErrors errors) {
        boolean targets = !source.targetWWNs().isEmpty();
        if (!targets && source.wwids().isEmpty()) {
            errors.at("targetWWNs").required("must specify either targetWWNs or wwids, but not both");
        } else if (targets && !source.wwids().isEmpty()) {
            errors.at("targetWWNs")
                    .invalid(source.targetWWNs(), "targetWWNs and wwids can not be specified simultaneously");
        }
        Integer lun = source.lun();
        if (targets && lun == null) {
            errors.at("lun").required("lun is required if targetWWNs is specified");
        } else if (targets && lun != null) {
            requireUnit("lun", lun, errors);
        }
    }

    static void flex(FlexVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("driver", source.driver());
        source.options().forEach((option, value) -> {
            int slash = option.indexOf('/');
            String domain = "." + (slash < 0 ? option : option.substring(0, slash)).toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                errors.at("options", option).invalid(option, "kubernetes.io and k8s.io namespaces are reserved");
            }
        });
    }

    static void azureFile(AzureFileVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("secretName", source.secretName());
        errors.requireText("shareName", source.shareName());
    }

    static void azureDisk(AzureDiskVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("diskName", source.diskName());
        errors.requireText("diskURI", source.diskURI());
        if (source.cachingMode() != null && !CACHING_MODES.contains(source.cachingMode())) {
            errors.at("cachingMode").notSupported(source.cachingMode(), CACHING_MODES);
        }
        String kind = source.kind();
        if (kind.isEmpty()) {
            return;
        }
        if (!DISK_KINDS.contains(kind)) {
            errors.at("kind").notSupported(kind, DISK_KINDS);
        }
        String scheme = kind.equals("Managed") ? "/subscriptions/" : "https://";
        if (!source.diskURI().startsWith(scheme)) {
            errors.at("diskURI").notSupported(source.diskURI(), List.of(scheme + "..."));
        }
    }

    static void vsphere(VsphereVirtualDiskVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("volumePath", source.volumePath());
    }

    static void photon(PhotonPersistentDiskVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("pdID", source.pdID());
    }

    static void portworx(PortworxVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("volumeID", source.volumeID());
    }

    static void storageOs(StorageOSVolumeSource source, PodScope pod, FieldErrors errors) {
        if (source.volumeName().isEmpty()) {
            errors.at("volumeName").required("");
        } else {
            errors.requireName("volumeName", source.volumeName(), Names::dns1123Label);
        }
        if (!source.volumeNamespace().isEmpty()) {
            errors.requireName("volumeNamespace", source.volumeNamespace(), Names::dns1123Label);
        }
        requireNamed("secretRef", source.secretRef(), errors);
    }

    static void scaleIo(ScaleIOVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("gateway", source.gateway());
        errors.requireText("system", source.system());
        errors.requireText("volumeName", source.volumeName());
    }
}
