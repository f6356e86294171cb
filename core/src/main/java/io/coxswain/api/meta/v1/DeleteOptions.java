// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an object is deleted: grace, propagation, preconditions. */
@RecordBuilder
public record DeleteOptions(
        String apiVersion,
        String kind,
        List<String> dryRun,
        @Nullable Long gracePeriodSeconds,
        @Nullable Boolean ignoreStoreReadErrorWithClusterBreakingPotential,
        @Nullable Boolean orphanDependents,
        @Nullable Preconditions preconditions,
        @EmptyIsValue @Nullable String propagationPolicy)
        implements DeleteOptionsBuilder.With {
    /** Nothing is set. */
    public static final DeleteOptions EMPTY = new DeleteOptions("", "", List.of(), null, null, null, null, null);

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public DeleteOptions {
        apiVersion = requireNonNullElse(apiVersion, "");
        kind = requireNonNullElse(kind, "");
        dryRun = Ordered.list(dryRun);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof DeleteOptions that
                        && apiVersion.equals(that.apiVersion)
                        && kind.equals(that.kind)
                        && dryRun.equals(that.dryRun)
                        && Objects.equals(gracePeriodSeconds, that.gracePeriodSeconds)
                        && Objects.equals(
                                ignoreStoreReadErrorWithClusterBreakingPotential,
                                that.ignoreStoreReadErrorWithClusterBreakingPotential)
                        && Objects.equals(orphanDependents, that.orphanDependents)
                        && Objects.equals(preconditions, that.preconditions)
                        && Objects.equals(propagationPolicy, that.propagationPolicy));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = apiVersion.hashCode();
        hash = 31 * hash + kind.hashCode();
        hash = 31 * hash + dryRun.hashCode();
        hash = 31 * hash + Objects.hashCode(gracePeriodSeconds);
        hash = 31 * hash + Objects.hashCode(ignoreStoreReadErrorWithClusterBreakingPotential);
        hash = 31 * hash + Objects.hashCode(orphanDependents);
        hash = 31 * hash + Objects.hashCode(preconditions);
        hash = 31 * hash + Objects.hashCode(propagationPolicy);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
