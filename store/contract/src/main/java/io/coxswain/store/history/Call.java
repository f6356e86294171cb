package io.coxswain.store.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client asked of the store, and the answer. */
public sealed interface Call {
    /** When a call returned that hasn't. */
    long NEVER = Long.MAX_VALUE;

    /** The client; it may have several calls under way. */
    String client();

    /** When it was made. */
    long invoked();

    /** When it returned; {@link #NEVER} if it hasn't. */
    long returned();

    /** What a read was asked for. */
    enum Asked {
        /** One object as it is now. */
        CURRENT,
        /** A snapshot of now; the call is the one that gave the snapshot. */
        SNAPSHOT,
        /** A snapshot of a revision that the client named. */
        REVISION
    }

    /** A transaction. */
    record Commit(
            String client,
            long invoked,
            long returned,
            List<Condition> conditions,
            List<Effect> effects,
            CommitResult result)
            implements Call {
        public Commit {
            conditions = List.copyOf(conditions);
            effects = List.copyOf(effects);
        }
    }

    /**
     * A read of one object.
     *
     * @param revision the snapshot's; -1 for {@link Asked#CURRENT}
     */
    record Get(
            String client,
            long invoked,
            long returned,
            Asked asked,
            long revision,
            String target,
            @Nullable Version found)
            implements Call {}

    /**
     * A list or a page of a snapshot.
     *
     * @param kind the kind's name
     * @param selected the contents that the selection selects; {@code null}: all
     * @param after the page begins behind this target; {@code null}: at the beginning
     */
    record Read(
            String client,
            long invoked,
            long returned,
            Asked asked,
            long revision,
            String kind,
            @Nullable List<String> selected,
            @Nullable String after,
            int limit,
            List<Version> items,
            More more)
            implements Call {
        public Read {
            selected = selected == null ? null : List.copyOf(selected);
            items = List.copyOf(items);
        }
    }

    /** Whether objects follow a page. */
    enum More {
        YES,
        NO
    }
}
