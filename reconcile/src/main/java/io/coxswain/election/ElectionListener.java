package io.coxswain.election;

/** Hears how an election goes. The calls come one at a time, in the order of what happened. */
public interface ElectionListener {

    /** This candidate leads from now on. */
    default void onStartedLeading(Leadership term) {}

    /** This candidate has led until now; the term is over already, and another leader may be at work. */
    default void onStoppedLeading(Leadership term, String reason) {}

    /** Somebody holds the lease who didn't before; may be this candidate. */
    default void onNewLeader(String holder) {}
}
