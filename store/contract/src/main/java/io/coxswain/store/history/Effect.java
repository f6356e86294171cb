package io.coxswain.store.history;

import org.jspecify.annotations.Nullable;

/**
 * A write of a transaction.
 *
 * @param target the object that is written
 * @param wanted what it is to be; {@code null}: absent
 */
public record Effect(String target, @Nullable Version wanted) {

    /** Whether it leaves an object in this state as it is. */
    boolean changesNothing(@Nullable Version state) {
        return wanted == null || state == null ? wanted == null && state == null : state.sameContent(wanted);
    }
}
