package io.coxswain.controller;

import io.coxswain.api.meta.v1.Condition;
import io.coxswain.value.Ordered;
import java.time.Instant;
import java.util.List;

/** Conditions of a status, of which there is one of each type. */
public final class Conditions {
    private Conditions() {}

    /**
     * The conditions with one that is set to what was observed. Its {@code lastTransitionTime} stays as it is unless its {@code status} changes, so that observing the same again changes nothing, and
     * writing it commits nothing.
     *
     * @param observed whose own {@code lastTransitionTime} isn't looked at
     * @param now the time of the transition, if it is one: that of {@link Context#now()}
     */
    public static List<Condition> with(List<Condition> conditions, Condition observed, Instant now) {
        Instant since = conditions.stream()
                .filter(known -> known.type().equals(observed.type())
                        && known.status().equals(observed.status())
                        && known.lastTransitionTime() != null)
                .map(Condition::lastTransitionTime)
                .findFirst()
                .orElse(now);
        return Ordered.with(conditions, observed.withLastTransitionTime(since), Condition::type);
    }
}
