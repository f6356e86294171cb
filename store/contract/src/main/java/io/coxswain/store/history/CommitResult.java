package io.coxswain.store.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a transaction, as its client was told. */
public sealed interface CommitResult {

    /**
     * It happened.
     *
     * @param revision its revision, or the present one if it changed nothing
     * @param changed whether it changed something
     * @param results the object of each write; {@code null} where there was nothing to delete
     */
    record Applied(long revision, boolean changed, List<@Nullable Version> results) implements CommitResult {
        public Applied {
            results = Collections.unmodifiableList(new ArrayList<>(results));
        }
    }

    /**
     * It was refused.
     *
     * @param condition the index of the condition that was named; -1 if it is none of the transaction's
     */
    record Refused(int condition) implements CommitResult {}

    /** It failed in a way that says that nothing was written. */
    record NothingWritten(String why) implements CommitResult {}

    /** It failed otherwise, or hasn't ended: it may have happened or may yet happen. */
    record Unknown(String why) implements CommitResult {}
}
