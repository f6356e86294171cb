package io.coxswain.node.fields;

import static io.coxswain.node.fields.FieldRule.honoured;
import static io.coxswain.node.fields.FieldRule.ignored;
import static io.coxswain.node.fields.FieldRule.ignoredEach;
import static io.coxswain.node.fields.FieldRule.refused;
import static io.coxswain.node.fields.FieldRule.refusedEach;

import io.coxswain.api.core.v1.AppArmorProfile;
import io.coxswain.api.core.v1.PodSecurityContext;
import io.coxswain.api.core.v1.SeccompProfile;
import io.coxswain.api.core.v1.SecurityContext;
import io.coxswain.api.core.v1.Sysctl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done about each field of the security contexts of pods and containers, given the user as whom workers run. Another user, and a profile that somebody wrote for this worker, are refused; the
 * usual confinements of containers are gone without and told, as a worker is a process of the application's user like any other.
 */
final class SecurityFields {
    private static final String LOCALHOST = "Localhost";
    private static final String UNCONFINED = "Unconfined";
    private static final String NOT_CONFINED = "workers run with all rights of the application's user";
    private static final String NO_GROUPS = "workers have the groups of the application's user";
    private static final String NO_PROFILE = "profiles are not loaded: leave it out";
    private static final String NO_VOLUMES = "there are no volumes whose owner it would set";

    private SecurityFields() {}

    static List<FieldRule<PodSecurityContext>> ofPod(ProcessUser user) {
        return List.of(
                refused("appArmorProfile", context -> isOwn(context.appArmorProfile()), NO_PROFILE),
                ignored("appArmorProfile", context -> isDefault(context.appArmorProfile()), NOT_CONFINED),
                ignored("fsGroup", context -> context.fsGroup() != null, NO_VOLUMES),
                ignored("fsGroupChangePolicy", context -> context.fsGroupChangePolicy() != null, NO_VOLUMES),
                refusedEach(
                        "runAsGroup", context -> other(context.runAsGroup(), user.gid()), only("group", user.gid())),
                // looked at when a container starts, as its own user counts
                honoured("runAsNonRoot"),
                refusedEach("runAsUser", context -> other(context.runAsUser(), user.uid()), only("user", user.uid())),
                ignored("seLinuxChangePolicy", context -> context.seLinuxChangePolicy() != null, NO_VOLUMES),
                ignored("seLinuxOptions", context -> context.seLinuxOptions() != null, NOT_CONFINED),
                refused("seccompProfile", context -> isOwn(context.seccompProfile()), NO_PROFILE),
                ignored("seccompProfile", context -> isDefault(context.seccompProfile()), NOT_CONFINED),
                ignoredEach(
                        "supplementalGroups",
                        context -> context.supplementalGroups().stream()
                                .filter(group -> !user.groups().contains(group))
                                .map(String::valueOf)
                                .toList(),
                        NO_GROUPS),
                ignored(
                        "supplementalGroupsPolicy",
                        context -> "Strict".equals(context.supplementalGroupsPolicy()),
                        NO_GROUPS),
                refusedEach(
                        "sysctls",
                        context -> context.sysctls().stream().map(Sysctl::name).toList(),
                        "settings of the kernel are this machine's own: leave it out"),
                ignored("windowsOptions", context -> context.windowsOptions() != null, NOT_CONFINED));
    }

    static List<FieldRule<SecurityContext>> ofContainer(ProcessUser user) {
        return List.of(
                ignored(
                        "allowPrivilegeEscalation",
                        context -> Boolean.FALSE.equals(context.allowPrivilegeEscalation()),
                        NOT_CONFINED),
                refused("appArmorProfile", context -> isOwn(context.appArmorProfile()), NO_PROFILE),
                ignored("appArmorProfile", context -> isDefault(context.appArmorProfile()), NOT_CONFINED),
                ignoredEach(
                        "capabilities.add",
                        context -> context.capabilities() == null || user.isRoot()
                                ? List.of()
                                : context.capabilities().add(),
                        "workers have the capabilities of the application"),
                ignoredEach(
                        "capabilities.drop",
                        context -> context.capabilities() == null || !user.isRoot()
                                ? List.of()
                                : context.capabilities().drop(),
                        "workers have the capabilities of the application: start it as another user than root"),
                ignored(
                        "privileged",
                        context -> Boolean.TRUE.equals(context.privileged()) && !user.isRoot(),
                        "workers have the rights of the application's user: start it as root"),
                ignored("procMount", context -> "Unmasked".equals(context.procMount()), NOT_CONFINED),
                ignored(
                        "readOnlyRootFilesystem",
                        context -> Boolean.TRUE.equals(context.readOnlyRootFilesystem()),
                        "workers see this machine's files and may write those that the application may write"),
                refusedEach(
                        "runAsGroup", context -> other(context.runAsGroup(), user.gid()), only("group", user.gid())),
                // looked at when the container starts
                honoured("runAsNonRoot"),
                refusedEach("runAsUser", context -> other(context.runAsUser(), user.uid()), only("user", user.uid())),
                ignored("seLinuxOptions", context -> context.seLinuxOptions() != null, NOT_CONFINED),
                refused("seccompProfile", context -> isOwn(context.seccompProfile()), NO_PROFILE),
                ignored("seccompProfile", context -> isDefault(context.seccompProfile()), NOT_CONFINED),
                ignored("windowsOptions", context -> context.windowsOptions() != null, NOT_CONFINED));
    }

    private static List<String> other(@Nullable Long asked, long own) {
        return asked == null || asked == own ? List.of() : List.of(asked.toString());
    }

    private static String only(String what, long number) {
        return number == ProcessUser.UNKNOWN
                ? "the application's own number isn't known on this machine: leave it out"
                : "workers run as the application's " + what + ", " + number
                        + ": leave it out, or start the application so";
    }

    private static boolean isOwn(@Nullable AppArmorProfile profile) {
        return profile != null && profile.type().equals(LOCALHOST);
    }

    private static boolean isDefault(@Nullable AppArmorProfile profile) {
        return profile != null
                && !profile.type().equals(LOCALHOST)
                && !profile.type().equals(UNCONFINED);
    }

    private static boolean isOwn(@Nullable SeccompProfile profile) {
        return profile != null && profile.type().equals(LOCALHOST);
    }

    private static boolean isDefault(@Nullable SeccompProfile profile) {
        return profile != null
                && !profile.type().equals(LOCALHOST)
                && !profile.type().equals(UNCONFINED);
    }
}
