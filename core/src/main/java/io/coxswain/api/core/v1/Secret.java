// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Bytes;
import io.coxswain.value.Ordered;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Confidential bytes, read by pods as files or variables. */
public record Secret(
        @AlwaysWritten ObjectMeta metadata,
        String type,
        Map<String, Bytes> data,
        @Nullable Boolean immutable,
        Map<String, String> stringData)
        implements Resource<Secret>, WithMetadata<Secret> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Secret> KIND = SecretRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Secret {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        type = requireNonNullElse(type, "");
        data = Ordered.map(data);
        stringData = Ordered.map(stringData);
    }

    /** Names the keys and keeps the values to itself. */
    @Override
    public String toString() {
        return "Secret[metadata=" + metadata + ", data=" + data.keySet() + ", stringData=" + stringData.keySet() + "]";
    }

    /** This with another {@code metadata}. */
    @Override
    public Secret withMetadata(ObjectMeta metadata) {
        return new Secret(metadata, type, data, immutable, stringData);
    }

    /** This with another {@code type}. */
    public Secret withType(String type) {
        return new Secret(metadata, type, data, immutable, stringData);
    }

    /** This with another {@code data}. */
    public Secret withData(Map<String, Bytes> data) {
        return new Secret(metadata, type, data, immutable, stringData);
    }

    /** This with another {@code immutable}. */
    public Secret withImmutable(@Nullable Boolean immutable) {
        return new Secret(metadata, type, data, immutable, stringData);
    }

    /** This with another {@code stringData}. */
    public Secret withStringData(Map<String, String> stringData) {
        return new Secret(metadata, type, data, immutable, stringData);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Secret that
                        && metadata.equals(that.metadata)
                        && type.equals(that.type)
                        && data.equals(that.data)
                        && Objects.equals(immutable, that.immutable)
                        && stringData.equals(that.stringData));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + type.hashCode();
        hash = 31 * hash + data.hashCode();
        hash = 31 * hash + Objects.hashCode(immutable);
        hash = 31 * hash + stringData.hashCode();
        return hash;
    }
}
