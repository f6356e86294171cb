package io.coxswain.store;

import io.coxswain.resource.Precondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a transaction. */
public sealed interface StoreOutcome {

    /**
     * It happened.
     *
     * @param revision the transaction's revision, or the present one if it changed nothing
     * @param changed whether it changed something
     * @param results the object of each write, in their order: as it is now, or for a delete its last state at this
     *     revision; {@code null} where there was nothing to delete. An unmodifiable list
     */
    record Applied(long revision, boolean changed, List<@Nullable StoredObject<?>> results) implements StoreOutcome {}

    /**
     * Nothing was written.
     *
     * @param failed the first precondition that doesn't hold
     */
    record Refused(Precondition failed) implements StoreOutcome {}
}
