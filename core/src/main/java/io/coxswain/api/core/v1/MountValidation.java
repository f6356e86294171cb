package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import java.util.List;

/** Says what is wrong with how a container uses volumes. Some paths have no index, as in Kubernetes. */
final class MountValidation {
    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIVE = List.of("Disabled", "Enabled", "IfPossible");

    private MountValidation() {}

    static void mounts(Container container, PodScope pod, FieldErrors errors) {
        List<VolumeMount> mounts = container.volumeMounts();
        for (int i = 0; i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            FieldErrors at = errors.at("volumeMounts", i);
            Volume volume = pod.volume(mount.name());
            at.requireText("name", mount.name());
            if (volume == null) {
                at.at("name").notFound(mount.name());
            }
            at.requireText("mountPath", mount.mountPath());
            if (isMountedBefore(mount.mountPath(), mounts, i)) {
                at.at("mountPath").invalid(mount.mountPath(), "must be unique");
            }
            for (VolumeDevice device : container.volumeDevices()) {
                if (device.name().equals(mount.name())) {
                    at.at("name").invalid(mount.name(), "must not already exist in volumeDevices");
                }
                if (device.devicePath().equals(mount.mountPath())) {
                    at.at("mountPath").invalid(mount.mountPath(), "must not already exist as a path in volumeDevices");
                }
            }
            if (volume != null && volume.image() != null) {
                forbidSubPath("subPath", mount.subPath(), at);
                forbidSubPath("subPathExpr", mount.subPathExpr(), at);
            }
            subPaths(mount, at, errors);
            modes(mount, container, errors);
        }
    }

    private static void forbidSubPath(String field, String path, FieldErrors errors) {
        if (!path.isEmpty()) {
            errors.at(field).invalid(path, "not allowed in image volume sources");
        }
    }

    private static boolean isMountedBefore(String path, List<VolumeMount> mounts, int end) {
        for (int i = 0; i < end; i++) {
            if (mounts.get(i).mountPath().equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static void subPaths(VolumeMount mount, FieldErrors at, FieldErrors container) {
        if (mount.subPath().isEmpty() && mount.subPathExpr().isEmpty()) {
            return;
        }
        FieldErrors mounts = container.at("volumeMounts");
        PathRules.requireBelow("subPath", mount.subPath(), mounts);
        if (!mount.subPathExpr().isEmpty() && !mount.subPath().isEmpty()) {
            at.at("subPathExpr").invalid(mount.subPathExpr(), "subPathExpr and subPath are mutually exclusive");
        }
        PathRules.requireBelow("subPathExpr", mount.subPathExpr(), mounts);
    }

    private static void modes(VolumeMount mount, Container container, FieldErrors errors) {
        String propagation = mount.mountPropagation();
        if (propagation != null) {
            FieldErrors at = errors.at("volumeMounts").at("mountPropagation");
            if (!PROPAGATIONS.contains(propagation)) {
                at.notSupported(propagation, PROPAGATIONS);
            }
            SecurityContext security = container.securityContext();
            boolean privileged = security != null && Boolean.TRUE.equals(security.privileged());
            if (propagation.equals("Bidirectional") && !privileged) {
                at.forbidden("Bidirectional mount propagation is available only to privileged containers");
            }
        }
        String recursive = mount.recursiveReadOnly();
        if (recursive != null && !recursive.equals("Disabled")) {
            FieldErrors at = errors.at("volumeMounts").at("recursiveReadOnly");
            if (!RECURSIVE.contains(recursive)) {
                at.notSupported(recursive, RECURSIVE);
                return;
            }
            if (!mount.readOnly()) {
                at.forbidden("may only be specified when readOnly is true");
            }
            if (propagation != null && !propagation.equals("None")) {
                at.forbidden("may only be specified when mountPropagation is None or not specified");
            }
        }
    }

    static void devices(Container container, PodScope pod, FieldErrors errors) {
        List<VolumeDevice> devices = container.volumeDevices();
        for (int i = 0; i < devices.size(); i++) {
            VolumeDevice device = devices.get(i);
            FieldErrors at = errors.at("volumeDevices", i);
            Volume volume = pod.volume(device.name());
            at.requireText("name", device.name());
            if (volume == null) {
                at.at("name").notFound(device.name());
            } else if (volume.persistentVolumeClaim() == null && volume.ephemeral() == null) {
                at.at("name")
                        .invalid(
                                device.name(),
                                "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
            }
            at.requireText("devicePath", device.devicePath());
            if (PathRules.hasSteps(device.devicePath())) {
                at.at("devicePath").invalid(device.devicePath(), "can not contain backsteps ('..')");
            }
            uniqueDevice(device, devices, i, at);
            for (VolumeMount mount : container.volumeMounts()) {
                if (mount.name().equals(device.name())) {
                    at.at("name").invalid(device.name(), "must not already exist in volumeMounts");
                }
                if (mount.mountPath().equals(device.devicePath())) {
                    at.at("devicePath")
                            .invalid(device.devicePath(), "must not already exist as a path in volumeMounts");
                }
            }
        }
    }

    private static void uniqueDevice(VolumeDevice device, List<VolumeDevice> devices, int end, FieldErrors errors) {
        for (int i = 0; i < end; i++) {
            if (!device.name().isEmpty() && devices.get(i).name().equals(device.name())) {
                errors.at("name").invalid(device.name(), "must be unique");
            }
            if (devices.get(i).devicePath().equals(device.devicePath())) {
                errors.at("devicePath").invalid(device.devicePath(), "must be unique");
            }
        }
    }

    static void forbidSubPaths(List<VolumeMount> mounts, String reason, FieldErrors errors) {
        for (int i = 0; i < mounts.size(); i++) {
            if (!mounts.get(i).subPath().isEmpty()) {
                errors.at("volumeMounts", i).at("subPath").forbidden(reason);
            }
            if (!mounts.get(i).subPathExpr().isEmpty()) {
                errors.at("volumeMounts", i).at("subPathExpr").forbidden(reason);
            }
        }
    }
}
