package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.NameRule;
import io.coxswain.validation.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with an object's metadata; see {@code apimachinery/pkg/api/validation/objectmeta.go} and
 * {@code pkg/apis/core/validation}. The server checks these of every object, besides {@link Kind#validate}.
 */
public final class MetadataRules {
    private static final int ANNOTATION_BYTES = 256 * 1024;
    private static final Set<String> STANDARD_FINALIZERS = Set.of("kubernetes", "orphan", "foregroundDeletion");
    private static final String IMMUTABLE = "field is immutable";

    private MetadataRules() {}

    /** Adds what is wrong with the metadata of an object that is created. */
    public static void onCreate(Kind<?> kind, ObjectMeta metadata, FieldErrors errors) {
        names(kind, metadata, errors);
        namespace(kind, metadata.namespace(), errors);
        errors.requireNotNegative("generation", metadata.generation());
        common(metadata, errors);
    }

    /** Adds what is wrong with the metadata of an object that takes the place of another. */
    public static void onUpdate(Kind<?> kind, ObjectMeta metadata, ObjectMeta old, FieldErrors errors) {
        immutable("name", metadata.name(), old.name(), errors);
        immutable("namespace", metadata.namespace(), old.namespace(), errors);
        immutable("uid", metadata.uid(), old.uid(), errors);
        immutable("creationTimestamp", metadata.creationTimestamp(), old.creationTimestamp(), errors);
        immutable("deletionTimestamp", metadata.deletionTimestamp(), old.deletionTimestamp(), errors);
        immutable(
                "deletionGracePeriodSeconds",
                metadata.deletionGracePeriodSeconds(),
                old.deletionGracePeriodSeconds(),
                errors);
        if (metadata.generation() < old.generation()) {
            errors.at("generation").invalid(metadata.generation(), "must not be decremented");
        }
        common(metadata, errors);
        if (old.isDeleting()) {
            noNewFinalizers(metadata, old, errors.at("finalizers"));
        }
    }

    private static void names(Kind<?> kind, ObjectMeta metadata, FieldErrors errors) {
        NameRule rule = kind.nameRule();
        String prefix = metadata.generateName();
        if (!prefix.isEmpty()) {
            String problem = rule.problem(withoutTrailingDash(prefix));
            if (problem != null) {
                errors.at("generateName").invalid(prefix, problem);
            }
        }
        if (metadata.name().isEmpty()) {
            errors.at("name").required("name or generateName is required");
        } else {
            errors.requireName("name", metadata.name(), rule);
        }
    }

    /** What follows the prefix of a generated name will be a letter or a digit. */
    private static String withoutTrailingDash(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("-") ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    }

    private static void namespace(Kind<?> kind, String namespace, FieldErrors errors) {
        if (!kind.isNamespaced()) {
            if (!namespace.isEmpty()) {
                errors.at("namespace").forbidden("not allowed on this type");
            }
        } else if (namespace.isEmpty()) {
            errors.at("namespace").required("");
        } else {
            errors.requireName("namespace", namespace, Names::dns1123Label);
        }
    }

    private static void common(ObjectMeta metadata, FieldErrors errors) {
        if (!metadata.labels().isEmpty()) {
            labels(metadata.labels(), errors.at("labels"));
        }
        if (!metadata.annotations().isEmpty()) {
            annotations(metadata.annotations(), errors.at("annotations"));
        }
        if (!metadata.ownerReferences().isEmpty()) {
            owners(metadata.ownerReferences(), errors.at("ownerReferences"));
        }
        if (!metadata.finalizers().isEmpty()) {
            finalizers(metadata.finalizers(), errors.at("finalizers"));
        }
    }

    /** Adds what is wrong with labels; other places that hold labels are checked so too. */
    public static void labels(Map<String, String> labels, FieldErrors errors) {
        labels.forEach((key, value) -> {
            errors.name(key, Names::labelKey);
            errors.name(value, Names::labelValue);
        });
    }

    /** Adds what is wrong with annotations. */
    public static void annotations(Map<String, String> annotations, FieldErrors errors) {
        long size = 0;
        for (Map.Entry<String, String> entry : annotations.entrySet()) {
            errors.name(entry.getKey(), Names::annotationKey);
            size += (long) entry.getKey().length() + entry.getValue().length();
        }
        if (size > ANNOTATION_BYTES) {
            errors.tooLong(ANNOTATION_BYTES);
        }
    }

    private static void owners(List<OwnerReference> owners, FieldErrors errors) {
        OwnerReference controller = null;
        for (OwnerReference owner : owners) {
            owner(owner, errors);
            if (owner.isController() && controller != null) {
                errors.invalid(
                        owners,
                        "only one reference can have controller set to true, found it in " + name(controller) + " and "
                                + name(owner));
            }
            if (owner.isController()) {
                controller = owner;
            }
        }
    }

    private static String name(OwnerReference owner) {
        return owner.kind() + "/" + owner.name();
    }

    private static void owner(OwnerReference owner, FieldErrors errors) {
        String version = owner.apiVersion().substring(owner.apiVersion().indexOf('/') + 1);
        if (version.isEmpty() || version.indexOf('/') >= 0) {
            errors.at("apiVersion").invalid(owner.apiVersion(), "version must not be empty");
        }
        requireText("kind", owner.kind(), errors);
        requireText("name", owner.name(), errors);
        requireText("uid", owner.uid(), errors);
        if (owner.apiVersion().equals("v1") && owner.kind().equals("Event")) {
            errors.invalid(name(owner), "v1 Event is disallowed from being an owner");
        }
    }

    private static void requireText(String field, String text, FieldErrors errors) {
        if (text.isEmpty()) {
            errors.at(field).invalid(text, "must not be empty");
        }
    }

    private static void finalizers(List<String> finalizers, FieldErrors errors) {
        if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
            errors.invalid(finalizers, "orphan and foregroundDeletion cannot be both set");
        }
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = finalizers.get(i);
            errors.name(finalizer, Names::labelKey);
            errors.index(i).name(finalizer, MetadataRules::finalizerOwner);
        }
    }

    /** A finalizer must say whose it is, unless it is one of Kubernetes' own; a {@link NameRule}. */
    public static @Nullable String finalizerOwner(String finalizer) {
        boolean owned = finalizer.indexOf('/') >= 0 || STANDARD_FINALIZERS.contains(finalizer);
        return owned ? null : "name is neither a standard finalizer name nor is it fully qualified";
    }

    private static void noNewFinalizers(ObjectMeta metadata, ObjectMeta old, FieldErrors errors) {
        List<String> added = metadata.finalizers().stream()
                .filter(finalizer -> !old.finalizers().contains(finalizer))
                .toList();
        if (!added.isEmpty()) {
            errors.forbidden(
                    "no new finalizers can be added if the object is being deleted, found new finalizers " + added);
        }
    }

    private static void immutable(String field, @Nullable Object now, @Nullable Object old, FieldErrors errors) {
        if (!Objects.equals(now, old)) {
            errors.at(field).invalid(now, IMMUTABLE);
        }
    }
}
