// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Ordered;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
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
}
