package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with as whom, and with which rights, a pod or a container runs. */
final class SecurityValidation {
    private static final List<String> PROFILE_TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");
    private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");
    private static final List<String> GROUP_CHANGES = List.of("Always", "OnRootMismatch");
    private static final List<String> GROUP_POLICIES = List.of("Merge", "Strict");
    private static final List<String> LABEL_CHANGES = List.of("MountOption", "Recursive");
    private static final Pattern SYSCTL =
            Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");
    private static final String ID = "must be between 0 and 2147483647, inclusive";
    private static final int SYSCTL_LENGTH = 253;
    private static final int PROFILE_LENGTH = 4095;

    private SecurityValidation() {}

    /** A pod's; it is the pod that shares namespaces with its host. */
    static void pod(PodSecurityContext security, PodScope pod, FieldErrors spec) {
        if (security.equals(PodSecurityContext.EMPTY) && pod.spec().shareProcessNamespace() == null) {
            return;
        }
        FieldErrors errors = spec.at("securityContext");
        requireId("fsGroup", security.fsGroup(), errors);
        requireId("runAsUser", security.runAsUser(), errors);
        requireId("runAsGroup", security.runAsGroup(), errors);
        for (int i = 0; i < security.supplementalGroups().size(); i++) {
            if (isNoId(security.supplementalGroups().get(i))) {
                errors.at("supplementalGroups", i)
                        .invalid(security.supplementalGroups().get(i), ID);
            }
        }
        if (pod.spec().hostPID() && Boolean.TRUE.equals(pod.spec().shareProcessNamespace())) {
            errors.at("shareProcessNamespace")
                    .invalid(true, "ShareProcessNamespace and HostPID cannot both be enabled");
        }
        sysctls(security.sysctls(), pod.spec(), errors);
        requireOneOf("fsGroupChangePolicy", security.fsGroupChangePolicy(), GROUP_CHANGES, errors);
        seccomp(security.seccompProfile(), errors);
        WindowsRules.options(security.windowsOptions(), errors);
        appArmor(security.appArmorProfile(), errors);
        requireOneOf("supplementalGroupsPolicy", security.supplementalGroupsPolicy(), GROUP_POLICIES, errors);
        requireOneOf("seLinuxChangePolicy", security.seLinuxChangePolicy(), LABEL_CHANGES, errors);
    }

    static void container(SecurityContext security, PodScope pod, FieldErrors errors) {
        requireId("runAsUser", security.runAsUser(), errors);
        requireId("runAsGroup", security.runAsGroup(), errors);
        requireOneOf("procMount", security.procMount(), PROC_MOUNTS, errors);
        if ("Unmasked".equals(security.procMount()) && pod.sharesUsers()) {
            errors.at("procMount").invalid(security.procMount(), "`hostUsers` must be false to use `Unmasked`");
        }
        seccomp(security.seccompProfile(), errors);
        if (Boolean.FALSE.equals(security.allowPrivilegeEscalation())) {
            if (Boolean.TRUE.equals(security.privileged())) {
                errors.invalid("", "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
            }
            if (security.capabilities() != null && security.capabilities().add().contains("CAP_SYS_ADMIN")) {
                errors.invalid(
                        "", "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
            }
        }
        WindowsRules.options(security.windowsOptions(), errors);
        appArmor(security.appArmorProfile(), errors);
    }

    private static boolean isNoId(long id) {
        return id < 0 || id > Integer.MAX_VALUE;
    }

    private static void requireId(String field, @Nullable Long id, FieldErrors errors) {
        if (id != null && isNoId(id)) {
            errors.at(field).invalid(id, ID);
        }
    }

    private static void requireOneOf(String field, @Nullable String value, List<String> known, FieldErrors errors) {
        if (value != null && !known.contains(value)) {
            errors.at(field).notSupported(value, known);
        }
    }

    private static void sysctls(List<Sysctl> sysctls, PodSpec pod, FieldErrors security) {
        Set<String> names = new HashSet<>(0);
        for (int i = 0; i < sysctls.size(); i++) {
            String name = sysctls.get(i).name();
            FieldErrors errors = security.at("sysctls", i).at("name");
            if (name.isEmpty()) {
                errors.required("");
            } else if (name.length() > SYSCTL_LENGTH || !SYSCTL.matcher(name).matches()) {
                errors.invalid(name, "must have at most 253 characters and match regex ^" + SYSCTL + "$");
            } else if (names.contains(name)) {
                errors.duplicate(name);
            }
            hostNamespace(name, pod, errors);
            names.add(name);
        }
    }

    /** A parameter of a namespace that is the host's isn't the pod's to set. */
    private static void hostNamespace(String name, PodSpec pod, FieldErrors errors) {
        int slash = name.indexOf('/');
        int dot = name.indexOf('.');
        String dotted = slash >= 0 && (dot < 0 || slash < dot) ? name.replace('/', '.') : name;
        if (pod.hostNetwork() && dotted.startsWith("net.")) {
            errors.invalid(name, "may not be specified when 'hostNetwork' is true");
        }
        boolean ipc = dotted.startsWith("kernel.shm")
                || dotted.startsWith("kernel.msg")
                || dotted.equals("kernel.sem")
                || dotted.startsWith("fs.mqueue.");
        if (pod.hostIPC() && ipc) {
            errors.invalid(name, "may not be specified when 'hostIPC' is true");
        }
    }

    private static void seccomp(@Nullable SeccompProfile profile, FieldErrors security) {
        if (profile == null) {
            return;
        }
        FieldErrors errors = security.at("seccompProfile");
        errors.requireOneOf("type", profile.type(), PROFILE_TYPES);
        String path = profile.localhostProfile();
        if (!profile.type().equals("Localhost")) {
            if (path != null) {
                errors.at("localhostProfile").invalid(path, "can only be set when seccomp type is Localhost");
            }
        } else if (path == null) {
            errors.at("localhostProfile").required("must be set when seccomp type is Localhost");
        } else {
            PathRules.requireBelow("localhostProfile", path, errors);
        }
    }

    private static void appArmor(@Nullable AppArmorProfile profile, FieldErrors security) {
        if (profile == null) {
            return;
        }
        FieldErrors errors = security.at("appArmorProfile");
        errors.requireOneOf("type", profile.type(), PROFILE_TYPES);
        String name = profile.localhostProfile();
        if (!profile.type().equals("Localhost")) {
            if (name != null && PROFILE_TYPES.contains(profile.type())) {
                errors.at("localhostProfile").invalid(name, "can only be set when AppArmor type is Localhost");
            }
        } else if (name == null || name.isEmpty()) {
            errors.at("localhostProfile").required("must be set when AppArmor type is Localhost");
        } else {
            if (!name.strip().equals(name)) {
                errors.at("localhostProfile").invalid(name, "must not be padded with whitespace");
            }
            if (name.length() > PROFILE_LENGTH) {
                errors.at("localhostProfile").tooLong(PROFILE_LENGTH);
            }
        }
    }
}
