// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** Names one of the pod's claims on devices. */
public record ResourceClaim(@Required @AlwaysWritten String name, String request) {
    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ResourceClaim {
        name = requireNonNullElse(name, "");
        request = requireNonNullElse(request, "");
    }

    /** This with another {@code name}. */
    public ResourceClaim withName(String name) {
        return new ResourceClaim(name, request);
    }

    /** This with another {@code request}. */
    public ResourceClaim withRequest(String request) {
        return new ResourceClaim(name, request);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceClaim that && name.equals(that.name) && request.equals(that.request));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = name.hashCode();
        hash = 31 * hash + request.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
