// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the value of an environment variable is taken from; exactly one is set. */
public record EnvVarSource(
        @Nullable ConfigMapKeySelector configMapKeyRef,
        @Nullable ObjectFieldSelector fieldRef,
        @Nullable ResourceFieldSelector resourceFieldRef,
        @Nullable SecretKeySelector secretKeyRef) {
    /** Nothing is set. */
    public static final EnvVarSource EMPTY = new EnvVarSource(null, null, null, null);

    /** This with another {@code configMapKeyRef}. */
    public EnvVarSource withConfigMapKeyRef(@Nullable ConfigMapKeySelector configMapKeyRef) {
        return new EnvVarSource(configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef);
    }

    /** This with another {@code fieldRef}. */
    public EnvVarSource withFieldRef(@Nullable ObjectFieldSelector fieldRef) {
        return new EnvVarSource(configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef);
    }

    /** This with another {@code resourceFieldRef}. */
    public EnvVarSource withResourceFieldRef(@Nullable ResourceFieldSelector resourceFieldRef) {
        return new EnvVarSource(configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef);
    }

    /** This with another {@code secretKeyRef}. */
    public EnvVarSource withSecretKeyRef(@Nullable SecretKeySelector secretKeyRef) {
        return new EnvVarSource(configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EnvVarSource that
                        && Objects.equals(configMapKeyRef, that.configMapKeyRef)
                        && Objects.equals(fieldRef, that.fieldRef)
                        && Objects.equals(resourceFieldRef, that.resourceFieldRef)
                        && Objects.equals(secretKeyRef, that.secretKeyRef));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(configMapKeyRef);
        hash = 31 * hash + Objects.hashCode(fieldRef);
        hash = 31 * hash + Objects.hashCode(resourceFieldRef);
        hash = 31 * hash + Objects.hashCode(secretKeyRef);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
