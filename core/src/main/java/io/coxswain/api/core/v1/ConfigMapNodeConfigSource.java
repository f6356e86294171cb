// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;

/** A ConfigMap that once configured a node's agent; kept for the wire only. */
public record ConfigMapNodeConfigSource(
        @Required @AlwaysWritten String namespace,
        @Required @AlwaysWritten String name,
        @Required @AlwaysWritten String kubeletConfigKey,
        String resourceVersion,
        String uid) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ConfigMapNodeConfigSource {
        namespace = requireNonNullElse(namespace, "");
        name = requireNonNullElse(name, "");
        kubeletConfigKey = requireNonNullElse(kubeletConfigKey, "");
        resourceVersion = requireNonNullElse(resourceVersion, "");
        uid = requireNonNullElse(uid, "");
    }

    /** This with another {@code namespace}. */
    public ConfigMapNodeConfigSource withNamespace(String namespace) {
        return new ConfigMapNodeConfigSource(namespace, name, kubeletConfigKey, resourceVersion, uid);
    }

    /** This with another {@code name}. */
    public ConfigMapNodeConfigSource withName(String name) {
        return new ConfigMapNodeConfigSource(namespace, name, kubeletConfigKey, resourceVersion, uid);
    }

    /** This with another {@code kubeletConfigKey}. */
    public ConfigMapNodeConfigSource withKubeletConfigKey(String kubeletConfigKey) {
        return new ConfigMapNodeConfigSource(namespace, name, kubeletConfigKey, resourceVersion, uid);
    }

    /** This with another {@code resourceVersion}. */
    public ConfigMapNodeConfigSource withResourceVersion(String resourceVersion) {
        return new ConfigMapNodeConfigSource(namespace, name, kubeletConfigKey, resourceVersion, uid);
    }

    /** This with another {@code uid}. */
    public ConfigMapNodeConfigSource withUid(String uid) {
        return new ConfigMapNodeConfigSource(namespace, name, kubeletConfigKey, resourceVersion, uid);
    }
}
