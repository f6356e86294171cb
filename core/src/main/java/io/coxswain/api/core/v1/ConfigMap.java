// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Bytes;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Configuration as text and bytes, read by pods as files or variables. */
public record ConfigMap(
        @AlwaysWritten ObjectMeta metadata,
        Map<String, Bytes> binaryData,
        Map<String, String> data,
        @Nullable Boolean immutable)
        implements Resource<ConfigMap>, WithMetadata<ConfigMap> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<ConfigMap> KIND = ConfigMapRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ConfigMap {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        binaryData = Ordered.map(binaryData);
        data = Ordered.map(data);
    }

    /** A ConfigMap of this name that holds these texts. */
    public static ConfigMap of(String name, Map<String, String> data) {
        return new ConfigMap(ObjectMeta.named(name), Map.of(), data, null);
    }

    /** This with another {@code metadata}. */
    @Override
    public ConfigMap withMetadata(ObjectMeta metadata) {
        return new ConfigMap(metadata, binaryData, data, immutable);
    }

    /** This with another {@code binaryData}. */
    public ConfigMap withBinaryData(Map<String, Bytes> binaryData) {
        return new ConfigMap(metadata, binaryData, data, immutable);
    }

    /** This with another {@code data}. */
    public ConfigMap withData(Map<String, String> data) {
        return new ConfigMap(metadata, binaryData, data, immutable);
    }

    /** This with another {@code immutable}. */
    public ConfigMap withImmutable(@Nullable Boolean immutable) {
        return new ConfigMap(metadata, binaryData, data, immutable);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConfigMap that
                        && metadata.equals(that.metadata)
                        && binaryData.equals(that.binaryData)
                        && data.equals(that.data)
                        && Objects.equals(immutable, that.immutable));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + binaryData.hashCode();
        hash = 31 * hash + data.hashCode();
        hash = 31 * hash + Objects.hashCode(immutable);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
