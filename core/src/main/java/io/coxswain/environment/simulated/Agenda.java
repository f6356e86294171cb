package io.coxswain.environment.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The actions that are enabled, in the order in which they became so, and the choice among them. */
final class Agenda {
    private final ArrayList<SimulatedAction> enabled = new ArrayList<>();
    private final List<SimulatedAction> view = Collections.unmodifiableList(enabled);
    private final Chooser chooser;
    private long orders;

    Agenda(Chooser chooser) {
        this.chooser = chooser;
    }

    long nextOrder() {
        return ++orders;
    }

    void add(SimulatedAction action) {
        enabled.add(action);
    }

    void remove(SimulatedAction action) {
        enabled.remove(action);
    }

    boolean isEmpty() {
        return enabled.isEmpty();
    }

    void clear() {
        enabled.clear();
    }

    /** Takes out the action that happens next and traces it. */
    SimulatedAction take(Trace trace, long nanos) {
        SimulatedAction action = enabled.remove(enabled.size() == 1 ? 0 : choice());
        trace.action(action, nanos);
        action.chosen();
        return action;
    }

    private int choice() {
        int index = chooser.choose(view);
        if (index < 0 || index >= enabled.size()) {
            throw new IllegalStateException(
                    "Chooser " + chooser + " chose " + index + ": must be 0 to " + (enabled.size() - 1));
        }
        return index;
    }
}
