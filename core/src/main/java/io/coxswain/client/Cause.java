package io.coxswain.client;

import java.util.List;

/**
 * Why a commit was made; kept beside it.
 *
 * @param actor who wrote: a person, {@code controller/website}, {@code scheduler}, {@code node/n1}
 * @param subject what the actor was working on, such as {@code Website shop/a}; may be empty
 * @param attempt which attempt at it, from 1; 0 where attempts aren't counted
 * @param revisions the commits that made the actor act
 */
public record Cause(String actor, String subject, int attempt, List<Long> revisions) {
    public static final Cause UNKNOWN = by("");

    public Cause {
        revisions = List.copyOf(revisions);
    }

    /** A write that nothing but its author caused. */
    public static Cause by(String actor) {
        return new Cause(actor, "", 0, List.of());
    }

    /** Such as {@code controller/website on Website shop/a, attempt 2}. */
    @Override
    public String toString() {
        return (actor.isEmpty() ? "somebody" : actor)
                + (subject.isEmpty() ? "" : " on " + subject)
                + (attempt > 1 ? ", attempt " + attempt : "");
    }
}
