package io.coxswain.api.core.v1;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.MetadataRules;
import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import io.coxswain.value.Quantity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the claim that is made for a volume must say. */
final class ClaimTemplateRules {
    private static final String ALONE = "ReadWriteOncePod";
    private static final List<String> ACCESS_MODES = List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ALONE);
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

    private ClaimTemplateRules() {}

    static void ephemeral(EphemeralVolumeSource source, PodScope pod, FieldErrors errors) {
        PersistentVolumeClaimTemplate template = source.volumeClaimTemplate();
        if (template == null) {
            errors.at("volumeClaimTemplate").required("");
            return;
        }
        FieldErrors at = errors.at("volumeClaimTemplate");
        metadata(template.metadata(), at.at("metadata"));
        spec(template.spec(), at.at("spec"));
    }

    /** Only labels and annotations have a meaning; the names are those of Kubernetes' Go fields. */
    private static void metadata(ObjectMeta metadata, FieldErrors errors) {
        if (!metadata.annotations().isEmpty()) {
            MetadataRules.annotations(metadata.annotations(), errors.at("annotations"));
        }
        SelectorRules.labels(metadata.labels(), "labels", errors);
        forbid("name", !metadata.name().isEmpty(), errors);
        forbid("generateName", !metadata.generateName().isEmpty(), errors);
        forbid("namespace", !metadata.namespace().isEmpty(), errors);
        forbid("selfLink", !metadata.selfLink().isEmpty(), errors);
        forbid("uID", !metadata.uid().isEmpty(), errors);
        forbid("resourceVersion", metadata.resourceVersion() != 0, errors);
        forbid("generation", metadata.generation() != 0, errors);
        forbid("creationTimestamp", metadata.creationTimestamp() != null, errors);
        forbid("deletionTimestamp", metadata.deletionTimestamp() != null, errors);
        forbid("deletionGracePeriodSeconds", metadata.deletionGracePeriodSeconds() != null, errors);
        forbid("ownerReferences", !metadata.ownerReferences().isEmpty(), errors);
        forbid("finalizers", !metadata.finalizers().isEmpty(), errors);
        forbid("managedFields", !metadata.managedFields().isEmpty(), errors);
    }

    private static void forbid(String field, boolean set, FieldErrors errors) {
        if (set) {
            errors.at(field).forbidden("cannot be set");
        }
    }

    private static void spec(PersistentVolumeClaimSpec spec, FieldErrors errors) {
        accessModes(spec.accessModes(), errors);
        SelectorRules.selector(spec.selector(), "selector", errors);
        Quantity storage = spec.resources().requests().get("storage");
        if (storage == null) {
            errors.at("resources", "storage").required("");
        } else if (storage.signum() <= 0) {
            errors.at("resources", "storage").invalid(storage, "must be greater than zero");
        }
        className("storageClassName", spec.storageClassName(), errors);
        if (spec.volumeMode() != null && !VOLUME_MODES.contains(spec.volumeMode())) {
            errors.at("volumeMode").notSupported(spec.volumeMode(), VOLUME_MODES);
        }
        dataSources(spec, errors);
        className("volumeAttributesClassName", spec.volumeAttributesClassName(), errors);
    }

    private static void accessModes(List<String> modes, FieldErrors errors) {
        if (modes.isEmpty()) {
            errors.at("accessModes").required("at least 1 access mode is required");
        }
        boolean shared = false;
        for (String mode : modes) {
            if (!ACCESS_MODES.contains(mode)) {
                errors.at("accessModes").notSupported(mode, ACCESS_MODES);
            } else {
                shared |= !mode.equals(ALONE);
            }
        }
        if (shared && modes.contains(ALONE)) {
            errors.at("accessModes").forbidden("may not use ReadWriteOncePod with other access modes");
        }
    }

    private static void className(String field, @Nullable String name, FieldErrors errors) {
        if (name != null && !name.isEmpty()) {
            errors.requireName(field, name, Names::dns1123Subdomain);
        }
    }

    private static void dataSources(PersistentVolumeClaimSpec spec, FieldErrors errors) {
        TypedLocalObjectReference local = spec.dataSource();
        TypedObjectReference reference = spec.dataSourceRef();
        if (local != null) {
            dataSource(local.name(), local.kind(), local.apiGroup(), errors.at("dataSource"));
        }
        if (reference == null) {
            return;
        }
        FieldErrors at = errors.at("dataSourceRef");
        dataSource(reference.name(), reference.kind(), reference.apiGroup(), at);
        String namespace = reference.namespace();
        boolean elsewhere = namespace != null && !namespace.isEmpty();
        if (namespace != null && elsewhere) {
            at.requireName("namespace", namespace, Names::dns1123Label);
        }
        if (local != null && elsewhere) {
            errors.invalid("dataSource", "may not be specified when dataSourceRef.namespace is specified");
        } else if (local != null
                && !(Objects.equals(local.apiGroup(), reference.apiGroup())
                        && local.kind().equals(reference.kind())
                        && local.name().equals(reference.name()))) {
            errors.invalid("dataSource", "must match dataSourceRef");
        }
    }

    private static void dataSource(String name, String kind, @Nullable String group, FieldErrors errors) {
        errors.requireText("name", name);
        errors.requireText("kind", kind);
        if (group != null && !group.isEmpty()) {
            errors.requireName("apiGroup", group, Names::dns1123Subdomain);
        } else if (!kind.equals("PersistentVolumeClaim")) {
            errors.invalid(kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
    }
}
