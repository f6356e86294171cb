package io.coxswain.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The deviations that a run could have had, in the order in which it came to them. */
final class Candidates {
    /** A process that starts again may begin with caches so many commits old; further back only in random runs. */
    private static final int BACK_AFTER_CRASH = 4;

    private static final int BACK_WHEN_IDLE = 16;

    /** The same call for the seventh time hardly leads to something new. */
    private static final int MOST_REPEATED = 6;

    private static final List<String> SLOWNESS = List.of("", Deviation.BRIEFLY);
    private static final List<String> STEPS = List.of("+1h", "-1h");
    private static final List<String> DRIFTS = List.of("x2", "x0.5");

    private final Set<Fault> faults;
    private final List<Deviation> found = new ArrayList<>();

    Candidates(Faults faults) {
        this.faults = faults.kinds();
    }

    /** Forgets what was found: those that come before the last of the given deviations belong to another set. */
    void begin() {
        found.clear();
    }

    void reached(Point point, Set<Fault> offered, int most) {
        if (point.ordinal() > MOST_REPEATED && !offered.contains(Fault.RESTART)) {
            return;
        }
        String name = point.text();
        for (Fault fault : offered) {
            if (faults.contains(fault)) {
                found.addAll(variants(fault, name, most));
            }
        }
    }

    /** The call at this point led to no commit: to die before or after it is like dying elsewhere. */
    void changedNothing(Point point) {
        String name = point.text();
        for (int i = found.size() - 1; i >= 0 && found.get(i).point().equals(name); i--) {
            if (found.get(i).fault() != Fault.OVERLAP) {
                found.remove(i);
            }
        }
    }

    List<Deviation> found() {
        return found;
    }

    static List<Deviation> variants(Fault fault, String point, int most) {
        return switch (fault) {
            case CRASH_BEFORE, CRASH_AFTER -> backs(fault, point, Math.min(most, BACK_AFTER_CRASH));
            case RESTART -> backs(fault, point, Math.min(most, BACK_WHEN_IDLE));
            case SLOW -> each(fault, point, SLOWNESS);
            case CLOCK_STEP -> each(fault, point, STEPS);
            case CLOCK_DRIFT -> each(fault, point, DRIFTS);
            default -> List.of(Deviation.of(fault, point));
        };
    }

    private static List<Deviation> backs(Fault fault, String point, int most) {
        List<Deviation> all = new ArrayList<>(most + 1);
        for (int back = 0; back <= most; back++) {
            all.add(Deviation.of(fault, point).withBack(back));
        }
        return all;
    }

    private static List<Deviation> each(Fault fault, String point, List<String> variants) {
        return variants.stream()
                .map(variant -> new Deviation(fault, point, variant))
                .toList();
    }
}
