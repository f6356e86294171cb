// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The taints that a pod puts up with, and for how long. */
public record Toleration(
        String key,
        String effect,
        String operator,
        @Nullable Long tolerationSeconds,
        String value) {
    /** Nothing is set. */
    public static final Toleration EMPTY = new Toleration("", "", "", null, "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Toleration {
        key = requireNonNullElse(key, "");
        effect = requireNonNullElse(effect, "");
        operator = requireNonNullElse(operator, "");
        value = requireNonNullElse(value, "");
    }

    /** This with another {@code key}. */
    public Toleration withKey(String key) {
        return new Toleration(key, effect, operator, tolerationSeconds, value);
    }

    /** This with another {@code effect}. */
    public Toleration withEffect(String effect) {
        return new Toleration(key, effect, operator, tolerationSeconds, value);
    }

    /** This with another {@code operator}. */
    public Toleration withOperator(String operator) {
        return new Toleration(key, effect, operator, tolerationSeconds, value);
    }

    /** This with another {@code tolerationSeconds}. */
    public Toleration withTolerationSeconds(@Nullable Long tolerationSeconds) {
        return new Toleration(key, effect, operator, tolerationSeconds, value);
    }

    /** This with another {@code value}. */
    public Toleration withValue(String value) {
        return new Toleration(key, effect, operator, tolerationSeconds, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Toleration that
                        && key.equals(that.key)
                        && effect.equals(that.effect)
                        && operator.equals(that.operator)
                        && Objects.equals(tolerationSeconds, that.tolerationSeconds)
                        && value.equals(that.value));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = key.hashCode();
        hash = 31 * hash + effect.hashCode();
        hash = 31 * hash + operator.hashCode();
        hash = 31 * hash + Objects.hashCode(tolerationSeconds);
        hash = 31 * hash + value.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
