// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An option of a pod's resolver. */
public record PodDNSConfigOption(
        String name, @EmptyIsValue @Nullable String value) {
    /** Nothing is set. */
    public static final PodDNSConfigOption EMPTY = new PodDNSConfigOption("", null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodDNSConfigOption {
        name = requireNonNullElse(name, "");
    }

    /** This with another {@code name}. */
    public PodDNSConfigOption withName(String name) {
        return new PodDNSConfigOption(name, value);
    }

    /** This with another {@code value}. */
    public PodDNSConfigOption withValue(@Nullable String value) {
        return new PodDNSConfigOption(name, value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodDNSConfigOption that
                        && name.equals(that.name)
                        && Objects.equals(value, that.value));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + Objects.hashCode(value);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
