package io.coxswain.store.memory;

import io.coxswain.client.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as a journal keeps it.
 *
 * @param revision its revision
 * @param cause who made it, and why
 * @param changes what it changed, in the order of its writes without those that changed nothing
 * @param form what the journal's owner gave along with the transaction
 */
public record JournaledCommit(
        long revision,
        Cause cause,
        List<JournaledChange<?>> changes,
        @Nullable Object form) {
    public JournaledCommit {
        changes = List.copyOf(changes);
    }
}
