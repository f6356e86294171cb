package io.coxswain.environment.simulated;

import org.jspecify.annotations.Nullable;

/** Something that happens again and again, each time with the next ordinal. Guarded by the baton, as everything here. */
abstract class SimulatedAction implements Action {
    private final String actor;

    /** Made when it first happens, as many never do; 0 before. */
    private long nameHash;

    private long ordinal;
    private @Nullable String name;
    private boolean listed;
    private long order;

    SimulatedAction(String actor, long firstOrdinal) {
        this.actor = actor;
        this.ordinal = firstOrdinal;
    }

    /** Makes it happen, on this thread. */
    abstract void perform();

    @Override
    public final String name() {
        String made = name;
        if (made == null) {
            made = name(ordinal);
            name = made;
        }
        return made;
    }

    @Override
    public final long order() {
        return order;
    }

    final String name(long number) {
        return actor + "#" + number;
    }

    final long nameHash() {
        if (nameHash == 0) {
            nameHash = Trace.hashOf(actor);
        }
        return nameHash;
    }

    final long ordinal() {
        return ordinal;
    }

    /** Enters it among the enabled actions unless it is there. */
    final void list(Agenda agenda) {
        if (!listed) {
            listed = true;
            order = agenda.nextOrder();
            agenda.add(this);
        }
    }

    final void unlist(Agenda agenda) {
        if (listed) {
            listed = false;
            agenda.remove(this);
        }
    }

    /** It was chosen: it is no longer among the enabled ones, and its next occurrence has the next number. */
    final void chosen() {
        listed = false;
        ordinal++;
        name = null;
    }

    @Override
    public final String toString() {
        return name();
    }
}
