// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

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
}
