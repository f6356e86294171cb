package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What pods must keep to that run on Windows, or say on which system they run. */
final class WindowsRules {
    private static final int CREDENTIAL_BYTES = 64 * 1024;
    private static final int DOMAIN_LENGTH = 256;
    private static final int USER_LENGTH = 104;
    private static final Pattern NET_BIOS = Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern DNS = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern USER = Pattern.compile("(?![. ]+$)[^\"/\\\\:;|=,+*?<>@\\[\\]]+");
    private static final String NOT_WINDOWS = "cannot be set for a windows pod";

    private WindowsRules() {}

    static void options(@Nullable WindowsSecurityContextOptions options, FieldErrors security) {
        if (options == null) {
            return;
        }
        FieldErrors errors = security.at("windowsOptions");
        if (options.gmsaCredentialSpecName() != null) {
            errors.requireName("gmsaCredentialSpecName", options.gmsaCredentialSpecName(), Names::dns1123Subdomain);
        }
        String credential = options.gmsaCredentialSpec();
        if (credential != null && (credential.isEmpty() || credential.length() > CREDENTIAL_BYTES)) {
            errors.at("gmsaCredentialSpec").invalid(credential, "must be non-empty and under 64 KiB");
        }
        String user = options.runAsUserName();
        if (user != null && !isUser(user)) {
            errors.at("runAsUserName").invalid(user, "must be a user, or a domain, a backslash and a user");
        }
    }

    private static boolean isUser(String name) {
        int slash = name.indexOf('\\');
        String user = name.substring(slash + 1);
        String domain = name.substring(0, Math.max(slash, 0));
        boolean known = slash < 0
                || (domain.length() < DOMAIN_LENGTH
                        && (NET_BIOS.matcher(domain).matches()
                                || DNS.matcher(domain).matches()));
        return known
                && name.chars().noneMatch(c -> c < ' ' || c == 127)
                && user.length() <= USER_LENGTH
                && USER.matcher(user).matches();
    }

    /** Containers that are processes of a Windows host: either all of them, on the host's network, or none. */
    static void hostProcesses(PodSpec pod, FieldErrors spec) {
        if (!mentionsWindows(pod)) {
            return;
        }
        Boolean ofPod = hostProcess(
                pod.securityContext() == null ? null : pod.securityContext().windowsOptions());
        int containers = 0;
        int processes = 0;
        for (Part part : (Iterable<Part>) parts(pod)::iterator) {
            Boolean own =
                    hostProcess(part.security() == null ? null : part.security().windowsOptions());
            if (ofPod != null && own != null && !ofPod.equals(own)) {
                part.at(spec)
                        .at("securityContext")
                        .at("windowsOptions")
                        .at("hostProcess")
                        .invalid(own, "pod hostProcess value must be identical if both are specified, was " + ofPod);
            }
            containers++;
            processes += Boolean.TRUE.equals(own == null ? ofPod : own) ? 1 : 0;
        }
        if (processes > 0 && processes != containers) {
            spec.invalid(
                    "",
                    "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }
        if (processes > 0 && !pod.hostNetwork()) {
            spec.at("hostNetwork")
                    .invalid(false, "hostNetwork must be true if pod contains any hostProcess containers");
        }
    }

    /** So that other pods cost nothing. */
    private static boolean mentionsWindows(PodSpec pod) {
        PodSecurityContext security = pod.securityContext();
        if (security != null && security.windowsOptions() != null) {
            return true;
        }
        for (Container container : pod.containers()) {
            SecurityContext own = container.securityContext();
            if (own != null && own.windowsOptions() != null) {
                return true;
            }
        }
        return !pod.initContainers().isEmpty() || !pod.ephemeralContainers().isEmpty();
    }

    private static @Nullable Boolean hostProcess(@Nullable WindowsSecurityContextOptions options) {
        return options == null ? null : options.hostProcess();
    }

    /** A container of whatever sort, and where it is. */
    record Part(
            String field,
            int position,
            String name,
            @Nullable SecurityContext security) {
        FieldErrors at(FieldErrors spec) {
            return spec.at(field, position);
        }
    }

    static Stream<Part> parts(PodSpec pod) {
        Stream.Builder<Part> parts = Stream.builder();
        addAll("initContainers", pod.initContainers(), parts);
        addAll("containers", pod.containers(), parts);
        for (int i = 0; i < pod.ephemeralContainers().size(); i++) {
            EphemeralContainer container = pod.ephemeralContainers().get(i);
            parts.add(new Part("ephemeralContainers", i, container.name(), container.securityContext()));
        }
        return parts.build();
    }

    private static void addAll(String field, List<Container> containers, Stream.Builder<Part> parts) {
        for (int i = 0; i < containers.size(); i++) {
            parts.add(new Part(
                    field, i, containers.get(i).name(), containers.get(i).securityContext()));
        }
    }

    /** A pod that names its system may say only what that system knows. */
    static void system(PodSpec pod, FieldErrors spec) {
        String system = Objects.requireNonNull(pod.os()).name();
        switch (system) {
            case "" -> spec.at("os").at("name").required("cannot be empty");
            case "linux" -> noWindows(pod, spec);
            case "windows" -> noLinux(pod, spec);
            default -> spec.at("os").notSupported(system, List.of("linux", "windows"));
        }
    }

    private static void noWindows(PodSpec pod, FieldErrors spec) {
        String reason = "windows options cannot be set for a linux pod";
        PodSecurityContext security = pod.securityContext();
        if (security != null && security.windowsOptions() != null) {
            spec.at("securityContext").at("windowsOptions").forbidden(reason);
        }
        parts(pod)
                .filter(part -> part.security() != null && part.security().windowsOptions() != null)
                .forEach(part ->
                        part.at(spec).at("securityContext").at("windowsOptions").forbidden(reason));
    }

    private static void noLinux(PodSpec pod, FieldErrors spec) {
        PodSecurityContext security = pod.securityContext();
        if (security != null) {
            FieldErrors errors = spec.at("securityContext");
            forbid("appArmorProfile", security.appArmorProfile(), errors);
            forbid("seLinuxOptions", security.seLinuxOptions(), errors);
            forbid("hostUsers", pod.hostUsers(), spec);
            forbid("hostPID", pod.hostPID() ? true : null, spec);
            forbid("hostIPC", pod.hostIPC() ? true : null, spec);
            forbid("seccompProfile", security.seccompProfile(), errors);
            forbid("fsGroup", security.fsGroup(), errors);
            forbid("fsGroupChangePolicy", security.fsGroupChangePolicy(), errors);
            forbid("sysctls", security.sysctls().isEmpty() ? null : security.sysctls(), errors);
            forbid("shareProcessNamespace", pod.shareProcessNamespace(), spec);
            forbid("runAsUser", security.runAsUser(), errors);
            forbid("runAsGroup", security.runAsGroup(), errors);
            forbid(
                    "supplementalGroups",
                    security.supplementalGroups().isEmpty() ? null : security.supplementalGroups(),
                    errors);
            forbid("supplementalGroupsPolicy", security.supplementalGroupsPolicy(), errors);
            forbid("seLinuxChangePolicy", security.seLinuxChangePolicy(), errors);
        }
        parts(pod).filter(part -> part.security() != null).forEach(part -> {
            noLinux(Objects.requireNonNull(part.security()), part.at(spec).at("securityContext"));
        });
    }

    private static void noLinux(SecurityContext security, FieldErrors errors) {
        forbid("appArmorProfile", security.appArmorProfile(), errors);
        forbid("seLinuxOptions", security.seLinuxOptions(), errors);
        forbid("seccompProfile", security.seccompProfile(), errors);
        forbid("capabilities", security.capabilities(), errors);
        forbid("readOnlyRootFilesystem", security.readOnlyRootFilesystem(), errors);
        forbid("privileged", security.privileged(), errors);
        forbid("allowPrivilegeEscalation", security.allowPrivilegeEscalation(), errors);
        forbid("procMount", security.procMount(), errors);
        forbid("runAsUser", security.runAsUser(), errors);
        forbid("runAsGroup", security.runAsGroup(), errors);
    }

    private static void forbid(String field, @Nullable Object value, FieldErrors errors) {
        if (value != null) {
            errors.at(field).forbidden(NOT_WINDOWS);
        }
    }
}
