package io.coxswain.store;

import io.coxswain.client.Cause;
import io.coxswain.client.Transaction;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes that happen together, if all preconditions hold at that moment.
 *
 * @param preconditions what must hold
 * @param writes at most {@value io.coxswain.client.Transaction#MAX_OPERATIONS}, no two of the same object
 * @param cause who writes, and why; kept with the commit
 */
public record StoreTransaction(List<Precondition> preconditions, List<Write> writes, Cause cause) {

    /** @throws IllegalArgumentException if there are too many writes or two of the same object */
    public StoreTransaction {
        preconditions = List.copyOf(preconditions);
        writes = List.copyOf(writes);
        if (writes.size() > Transaction.MAX_OPERATIONS) {
            throw new IllegalArgumentException(
                    "transaction with " + writes.size() + " writes: must have at most " + Transaction.MAX_OPERATIONS);
        }
        if (writes.size() > 1) {
            requireDistinct(writes);
        }
    }

    /** A single write without preconditions. */
    public static StoreTransaction of(Write write) {
        return new StoreTransaction(List.of(), List.of(write), Cause.UNKNOWN);
    }

    private static void requireDistinct(List<Write> writes) {
        record Target(Kind<?> kind, ResourceKey key) {}
        Set<Target> seen = new HashSet<>();
        for (Write write : writes) {
            if (!seen.add(new Target(write.kind(), write.key()))) {
                throw new IllegalArgumentException(
                        "transaction writes " + write.kind() + " " + write.key() + " twice: give its last state only");
            }
        }
    }
}
