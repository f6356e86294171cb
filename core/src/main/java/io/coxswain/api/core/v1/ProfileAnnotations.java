package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.value.Ordered;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the annotations of pods may say that Kubernetes reads, and that they agree with the fields that replace them. */
final class ProfileAnnotations {
    static final String MIRROR = "kubernetes.io/config.mirror";
    static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";

    private ProfileAnnotations() {}

    /** {@code errors} is where the annotations are. */
    static void validate(Map<String, String> annotations, PodScope pod, FieldErrors errors) {
        annotations.forEach((key, value) -> {
            if (key.equals(MIRROR) && pod.spec().nodeName().isEmpty()) {
                errors.key(key).invalid(value, "must set spec.nodeName if mirror pod annotation is set");
            } else if (key.equals(DELETION_COST) && !isInt(value)) {
                errors.key(key).invalid(value, "must be a 32bit integer");
            } else if (key.equals(SECCOMP_POD) || key.startsWith(SECCOMP)) {
                seccomp(key, value, errors);
            } else if (key.startsWith(APP_ARMOR)) {
                appArmor(key, value, pod, errors);
            }
        });
    }

    private static boolean isInt(String text) {
        boolean plain = text.equals("0")
                || text.startsWith("-")
                || (!text.isEmpty() && "123456789".indexOf(text.charAt(0)) >= 0);
        try {
            return plain && Integer.parseInt(text) == Long.parseLong(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void seccomp(String key, String profile, FieldErrors errors) {
        if (profile.startsWith("localhost/")) {
            PathRules.requireBelow(key, profile.substring("localhost/".length()), errors);
        } else if (!profile.equals("runtime/default")
                && !profile.equals("docker/default")
                && !profile.equals("unconfined")) {
            errors.at(key).invalid(profile, "must be a valid seccomp profile");
        }
    }

    private static void appArmor(String key, String profile, PodScope pod, FieldErrors errors) {
        String container = key.substring(APP_ARMOR.length());
        if (!pod.hasContainer(container)) {
            errors.key(key).invalid(container, "container not found");
        }
        if (!profile.isEmpty()
                && !profile.equals("runtime/default")
                && !profile.equals("unconfined")
                && !profile.startsWith("localhost/")) {
            errors.key(key).invalid(profile, "invalid AppArmor profile name: \"" + profile + "\"");
        }
    }

    /** Where an annotation and the field that replaces it are both set, they must say the same. */
    static void agree(Map<String, String> annotations, PodSpec pod, FieldErrors spec) {
        if (annotations.isEmpty() || !Ordered.anyKey(annotations, ProfileAnnotations::isReplaced)) {
            return;
        }
        PodSecurityContext security = pod.securityContext();
        if (security != null && security.seccompProfile() != null) {
            agree(annotations.get(SECCOMP_POD), security.seccompProfile(), () -> spec.at("securityContext"));
        }
        boolean windows = pod.os() != null && pod.os().name().equals("windows");
        AppArmorProfile ofPod = security == null ? null : security.appArmorProfile();
        WindowsRules.parts(pod).forEach(part -> {
            SecurityContext own = part.security();
            if (own != null && own.seccompProfile() != null) {
                agree(
                        annotations.get(SECCOMP + part.name()),
                        own.seccompProfile(),
                        () -> part.at(spec).at("securityContext"));
            }
            AppArmorProfile profile = own == null || own.appArmorProfile() == null ? ofPod : own.appArmorProfile();
            if (profile != null && !windows) {
                agree(
                        annotations.get(APP_ARMOR + part.name()),
                        profile,
                        () -> part.at(spec).at("securityContext"));
            }
        });
    }

    private static boolean isReplaced(String annotation) {
        return annotation.equals(SECCOMP_POD) || annotation.startsWith(SECCOMP) || annotation.startsWith(APP_ARMOR);
    }

    @FunctionalInterface
    private interface Place {
        FieldErrors errors();
    }

    private static void agree(@Nullable String annotation, SeccompProfile profile, Place place) {
        Predicate<String> unnamed = text -> text.equals("runtime/default") || text.equals("docker/default");
        agree("seccompProfile", annotation, profile.type(), profile.localhostProfile(), unnamed, place);
    }

    private static void agree(@Nullable String annotation, AppArmorProfile profile, Place place) {
        Predicate<String> unnamed = text -> text.equals("runtime/default");
        agree("appArmorProfile", annotation, profile.type(), profile.localhostProfile(), unnamed, place);
    }

    private static void agree(
            String field,
            @Nullable String annotation,
            String type,
            @Nullable String local,
            Predicate<String> isDefault,
            Place place) {
        if (annotation == null) {
            return;
        }
        boolean same = switch (type) {
            case "Unconfined" -> annotation.equals("unconfined");
            case "RuntimeDefault" -> isDefault.test(annotation);
            case "Localhost" -> annotation.startsWith("localhost/");
            default -> true;
        };
        if (!same) {
            place.errors().at(field).at("type").forbidden("type in annotation and field must match");
        } else if (type.equals("Localhost") && !annotation.equals("localhost/" + local)) {
            place.errors().at(field).at("localhostProfile").forbidden("profile in annotation and field must match");
        }
    }
}
