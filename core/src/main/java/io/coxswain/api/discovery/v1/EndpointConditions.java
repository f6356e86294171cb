// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.discovery.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an endpoint is ready, still serving, or on its way out. */
public record EndpointConditions(
        @Nullable Boolean ready,
        @Nullable Boolean serving,
        @Nullable Boolean terminating) {
    /** Nothing is set. */
    public static final EndpointConditions EMPTY = new EndpointConditions(null, null, null);

    /** This with another {@code ready}. */
    public EndpointConditions withReady(@Nullable Boolean ready) {
        return new EndpointConditions(ready, serving, terminating);
    }

    /** This with another {@code serving}. */
    public EndpointConditions withServing(@Nullable Boolean serving) {
        return new EndpointConditions(ready, serving, terminating);
    }

    /** This with another {@code terminating}. */
    public EndpointConditions withTerminating(@Nullable Boolean terminating) {
        return new EndpointConditions(ready, serving, terminating);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EndpointConditions that
                        && Objects.equals(ready, that.ready)
                        && Objects.equals(serving, that.serving)
                        && Objects.equals(terminating, that.terminating));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(ready);
        hash = 31 * hash + Objects.hashCode(serving);
        hash = 31 * hash + Objects.hashCode(terminating);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
