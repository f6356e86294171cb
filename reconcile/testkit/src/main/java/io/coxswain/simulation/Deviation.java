package io.coxswain.simulation;

import java.time.Duration;
import java.util.Objects;

/**
 * One thing that goes differently in a run, such as {@code crash-after create secret/tls#1} or {@code restart manager#2 back 3}.
 *
 * <p>A point is named by what happens there and for the how manieth time, so a name means the same in a run with other deviations, as far as that gets there at all.
 *
 * @param fault what goes wrong
 * @param point where: actor or call, and its ordinal
 * @param variant how, where there are several ways; for a process that starts again {@code back 3}: its caches begin 3 commits ago; for a slow call {@code briefly}: it
 *     takes only as long as the user waits between two steps
 */
public record Deviation(Fault fault, String point, String variant) {
    static final String BRIEFLY = "briefly";

    private static final String BACK = "back ";

    static Deviation of(Fault fault, String point) {
        return new Deviation(fault, point, "");
    }

    /** The same with caches that begin so many commits ago. */
    Deviation withBack(int commits) {
        return new Deviation(fault, point, commits == 0 ? "" : BACK + commits);
    }

    /** How many commits ago the caches of a process begin that starts again. */
    int back() {
        return variant.startsWith(BACK) ? Integer.parseInt(variant.substring(BACK.length())) : 0;
    }

    /** How long a slow call takes. */
    Duration slowness() {
        return variant.equals(BRIEFLY) ? World.BRIEF : World.LONG;
    }

    /** Its name, which {@link #parse} reads. */
    public String name() {
        return fault.label() + " " + point + (variant.isEmpty() ? "" : " " + variant);
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Deviation parse(String name) {
        int space = name.indexOf(' ');
        Fault fault = space < 0 ? null : Fault.labelled(name.substring(0, space));
        int end = name.lastIndexOf('#');
        if (fault == null || end < space) {
            throw new IllegalArgumentException("deviation \"" + name
                    + "\": must be a fault, a point and an ordinal, such as \"crash-after create secret/tls#1\"");
        }
        while (end + 1 < name.length() && Character.isDigit(name.charAt(end + 1))) {
            end++;
        }
        return new Deviation(
                fault,
                name.substring(space + 1, end + 1),
                name.substring(end + 1).strip());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Deviation that
                && fault == that.fault
                && point.equals(that.point)
                && variant.equals(that.variant);
    }

    /** The same in every JVM, unlike that of an enum. */
    @Override
    public int hashCode() {
        return Objects.hash(fault.label(), point, variant);
    }

    @Override
    public String toString() {
        return name();
    }
}
