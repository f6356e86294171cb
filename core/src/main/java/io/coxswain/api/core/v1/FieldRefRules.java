package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import java.util.Locale;

/** Which fields of a pod, and resources of a container, variables and files can show (the downward API). */
final class FieldRefRules {
    private static final List<String> KNOWN = List.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs",
            "spec.host");
    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");
    private static final List<String> CPU_DIVISORS = List.of("1m", "1");
    private static final List<String> BYTE_DIVISORS =
            List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private FieldRefRules() {}

    /** A field of the pod, among those that can be shown here, or one label or annotation. */
    static void podField(ObjectFieldSelector selector, List<String> shown, FieldErrors errors) {
        if (selector.apiVersion().isEmpty()) {
            errors.at("apiVersion").required("");
            return;
        }
        String path = selector.fieldPath();
        if (path.isEmpty()) {
            errors.at("fieldPath").required("");
            return;
        }
        int bracket = path.endsWith("']") ? path.indexOf("['") : -1;
        String field = bracket > 0 ? path.substring(0, bracket) : path;
        boolean known = bracket > 0
                ? field.equals("metadata.annotations") || field.equals("metadata.labels")
                : KNOWN.contains(field);
        if (!known || !selector.apiVersion().equals("v1")) {
            errors.at("fieldPath").invalid(path, "error converting fieldPath: field label not supported: " + path);
        } else if (bracket > 0) {
            String key = path.substring(bracket + 2, Math.max(bracket + 2, path.length() - 2));
            errors.name(field.equals("metadata.annotations") ? key.toLowerCase(Locale.ROOT) : key, Names::labelKey);
        } else {
            String current = field.equals("spec.host") ? "spec.nodeName" : field;
            if (!shown.contains(current)) {
                errors.at("fieldPath").notSupported(current, shown);
            }
        }
    }

    /** A resource of a container, which a file must name. */
    static void containerFile(ResourceFieldSelector selector, FieldErrors errors) {
        if (selector.containerName().isEmpty()) {
            errors.at("containerName").required("");
            divisor(selector, errors);
        } else {
            containerVariable(selector, errors);
        }
    }

    /** A resource of the container whose variable this is, or of a named one. */
    static void containerVariable(ResourceFieldSelector selector, FieldErrors errors) {
        String resource = selector.resource();
        if (resource.isEmpty()) {
            errors.at("resource").required("");
        } else if (!RESOURCES.contains(resource) && !isHugePages(resource)) {
            errors.at("resource").notSupported(resource, RESOURCES);
        }
        divisor(selector, errors);
    }

    private static boolean isHugePages(String resource) {
        return resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
    }

    private static void divisor(ResourceFieldSelector selector, FieldErrors errors) {
        if (selector.divisor().isZero()) {
            return;
        }
        String resource = selector.resource();
        boolean bytes =
                resource.endsWith("s.memory") || resource.endsWith("s.ephemeral-storage") || isHugePages(resource);
        List<String> divisors =
                resource.equals("limits.cpu") || resource.equals("requests.cpu") ? CPU_DIVISORS : BYTE_DIVISORS;
        boolean judged = divisors == CPU_DIVISORS || bytes;
        if (judged && !divisors.contains(selector.divisor().toString())) {
            errors.at("divisor").invalid(resource, "only divisors " + String.join(", ", divisors) + " are supported");
        }
    }
}
