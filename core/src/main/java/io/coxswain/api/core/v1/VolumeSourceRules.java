package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import io.coxswain.value.Quantity;
import java.util.List;
import java.util.Locale;

/** What the sources of volumes that every cluster has must say. */
final class VolumeSourceRules {
    private static final List<String> HOST_PATH_TYPES = List.of(
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> POD_FIELDS =
            List.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");
    private static final int DRIVER_LENGTH = 63;

    private VolumeSourceRules() {}

    static void emptyDir(EmptyDirVolumeSource source, PodScope pod, FieldErrors errors) {
        Quantity limit = source.sizeLimit();
        if (limit != null && limit.signum() < 0) {
            errors.at("sizeLimit").forbidden("SizeLimit field must be a valid resource quantity");
        }
    }

    static void hostPath(HostPathVolumeSource source, PodScope pod, FieldErrors errors) {
        if (source.path().isEmpty()) {
            errors.at("path").required("");
            return;
        }
        PathRules.requireNoSteps("path", source.path(), errors);
        if (source.type() != null && !HOST_PATH_TYPES.contains(source.type())) {
            errors.at("type").notSupported(source.type(), HOST_PATH_TYPES);
        }
    }

    static void secret(SecretVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("secretName", source.secretName());
        PathRules.requireMode("defaultMode", source.defaultMode(), errors);
        items(source.items(), errors);
    }

    static void configMap(ConfigMapVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("name", source.name());
        PathRules.requireMode("defaultMode", source.defaultMode(), errors);
        items(source.items(), errors);
    }

    static void items(List<KeyToPath> items, FieldErrors errors) {
        for (int i = 0; i < items.size(); i++) {
            KeyToPath item = items.get(i);
            FieldErrors at = errors.at("items", i);
            at.requireText("key", item.key());
            at.requireText("path", item.path());
            PathRules.requireUnreserved("path", item.path(), at);
            PathRules.requireMode("mode", item.mode(), at);
        }
    }

    static void downwardApi(DownwardAPIVolumeSource source, PodScope pod, FieldErrors errors) {
        PathRules.requireMode("defaultMode", source.defaultMode(), errors);
        for (DownwardAPIVolumeFile file : source.items()) {
            file(file, errors);
        }
    }

    /** A file of the downward API; Kubernetes reports at the source, without the file's index. */
    static void file(DownwardAPIVolumeFile file, FieldErrors errors) {
        errors.requireText("path", file.path());
        PathRules.requireUnreserved("path", file.path(), errors);
        if (file.fieldRef() != null) {
            FieldRefRules.podField(file.fieldRef(), POD_FIELDS, errors.at("fieldRef"));
            if (file.resourceFieldRef() != null) {
                errors.invalid("resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
            }
        } else if (file.resourceFieldRef() != null) {
            FieldRefRules.containerFile(file.resourceFieldRef(), errors.at("resourceFieldRef"));
        } else {
            errors.required("one of fieldRef and resourceFieldRef is required");
        }
        PathRules.requireMode("mode", file.mode(), errors);
    }

    static void claim(PersistentVolumeClaimVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("claimName", source.claimName());
    }

    static void csi(CSIVolumeSource source, PodScope pod, FieldErrors errors) {
        errors.requireText("driver", source.driver());
        if (source.driver().length() > DRIVER_LENGTH) {
            errors.at("driver").tooLong(DRIVER_LENGTH);
        }
        String problem = Names.dns1123Subdomain(source.driver().toLowerCase(Locale.ROOT));
        if (problem != null) {
            errors.at("driver").invalid(source.driver(), problem);
        }
        LocalObjectReference secret = source.nodePublishSecretRef();
        if (secret != null && secret.name().isEmpty()) {
            errors.at("nodePublishSecretRef").at("name").required("");
        } else if (secret != null) {
            errors.requireName("name", secret.name(), Names::dns1123Subdomain);
        }
    }

    static void image(ImageVolumeSource source, PodScope pod, FieldErrors errors) {
        if (!pod.isTemplate()) {
            errors.requireText("reference", source.reference());
        }
        errors.requireOneOf("pullPolicy", source.pullPolicy(), PULL_POLICIES);
    }
}
