package io.coxswain.simulation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which {@link Fault}s may happen, and to whom. Immutable.
 *
 * @param kinds the faults, in the order of their declaration
 * @param scope whose processes they happen to
 */
public record Faults(Set<Fault> kinds, Scope scope) {

    /** Whose processes faults happen to. */
    public enum Scope {
        /** Those of the test; nodes and the built-in controllers' only where there is no controller of the test. */
        CONTROLLERS_UNDER_TEST,
        /** Every process. */
        EVERYTHING
    }

    public Faults {
        kinds = java.util.Collections.unmodifiableSet(
                kinds.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(kinds));
    }

    /** All that a correct environment can do. */
    public static Faults all() {
        EnumSet<Fault> legal = EnumSet.allOf(Fault.class);
        legal.removeIf(fault -> !fault.isLegal());
        return new Faults(legal, Scope.CONTROLLERS_UNDER_TEST);
    }

    /** None: the default schedule alone. */
    public static Faults none() {
        return new Faults(EnumSet.noneOf(Fault.class), Scope.CONTROLLERS_UNDER_TEST);
    }

    /** These and no others. */
    public static Faults only(Fault... faults) {
        return none().and(faults);
    }

    /** These besides. */
    public Faults and(Fault... more) {
        EnumSet<Fault> all = copy();
        all.addAll(Arrays.asList(more));
        return new Faults(all, scope);
    }

    /** All but these. */
    public Faults without(Fault... fewer) {
        EnumSet<Fault> rest = copy();
        rest.removeAll(Arrays.asList(fewer));
        return new Faults(rest, scope);
    }

    /** The same faults, to the built-in controllers and the nodes as well. */
    public Faults everywhere() {
        return new Faults(kinds, Scope.EVERYTHING);
    }

    boolean has(Fault fault) {
        return kinds.contains(fault);
    }

    private EnumSet<Fault> copy() {
        return kinds.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(kinds);
    }
}
