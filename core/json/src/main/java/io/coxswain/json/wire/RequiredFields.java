package io.coxswain.json.wire;

import java.lang.reflect.RecordComponent;
import java.util.Set;

/**
 * The fields that Kubernetes' OpenAPI document calls required and that its server does without: their zero is valid, or nobody
 * looks at them ({@code pkg/apis/core/validation}, {@code pkg/apis/discovery/validation}).
 */
final class RequiredFields {
    private static final String OF_KUBERNETES = "io.coxswain.api.";
    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "ConfigMapNodeConfigSource.kubeletConfigKey",
            "ConfigMapNodeConfigSource.name",
            "ConfigMapNodeConfigSource.namespace",
            "EndpointSlice.endpoints",
            "Event.involvedObject",
            "HTTPHeader.value",
            "ISCSIVolumeSource.lun",
            "PreferredSchedulingTerm.preference",
            "ScaleIOVolumeSource.secretRef",
            "Sysctl.value");

    private RequiredFields() {}

    static boolean mayBeAbsent(RecordComponent component) {
        Class<?> type = component.getDeclaringRecord();
        return type.getName().startsWith(OF_KUBERNETES)
                && MAY_BE_ABSENT.contains(type.getSimpleName() + "." + component.getName());
    }
}
