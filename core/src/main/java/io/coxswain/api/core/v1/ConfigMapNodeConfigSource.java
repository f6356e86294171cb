// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConfigMapNodeConfigSource that
                        && namespace.equals(that.namespace)
                        && name.equals(that.name)
                        && kubeletConfigKey.equals(that.kubeletConfigKey)
                        && resourceVersion.equals(that.resourceVersion)
                        && uid.equals(that.uid));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = namespace.hashCode();
        hash = 31 * hash + name.hashCode();
        hash = 31 * hash + kubeletConfigKey.hashCode();
        hash = 31 * hash + resourceVersion.hashCode();
        hash = 31 * hash + uid.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
