package io.coxswain.simulation;

import java.util.ArrayList;
import java.util.List;

/** Leaves out deviations one after another, and makes the rest simpler, as long as the same property fails (ddmin, Zeller and Hildebrandt 2002). */
final class Shrinker {
    /** A run that takes more than that to shrink has been shrunk enough. */
    private static final int MOST_RUNS = 400;

    private final Runner runner;
    private final String property;
    private int runs;

    Shrinker(Runner runner, String property) {
        this.runner = runner;
        this.property = property;
    }

    private boolean fails(List<Deviation> deviations) {
        return runs++ < MOST_RUNS && runner.with(deviations).violates(property);
    }

    List<Deviation> shrink(List<Deviation> failing) {
        return simplify(minimize(failing));
    }

    private List<Deviation> minimize(List<Deviation> failing) {
        List<Deviation> now = failing;
        int parts = 2;
        while (now.size() >= 2) {
            List<Deviation> smaller = without(now, Math.min(parts, now.size()));
            if (smaller != null) {
                now = smaller;
                parts = Math.max(2, parts - 1);
            } else if (parts >= now.size()) {
                break;
            } else {
                parts = Math.min(now.size(), parts * 2);
            }
        }
        return now.size() == 1 && fails(List.of()) ? List.of() : now;
    }

    private @org.jspecify.annotations.Nullable List<Deviation> without(List<Deviation> all, int parts) {
        for (int part = 0; part < parts; part++) {
            int from = all.size() * part / parts;
            int to = all.size() * (part + 1) / parts;
            if (parts == 2 && fails(all.subList(from, to))) {
                return List.copyOf(all.subList(from, to));
            }
            List<Deviation> rest = new ArrayList<>(all.subList(0, from));
            rest.addAll(all.subList(to, all.size()));
            if (parts > 2 && fails(rest)) {
                return rest;
            }
        }
        return null;
    }

    /** Caches that begin later are easier to understand. */
    private List<Deviation> simplify(List<Deviation> minimal) {
        List<Deviation> now = new ArrayList<>(minimal);
        for (int i = 0; i < now.size(); i++) {
            Deviation each = now.get(i);
            for (int back = 0; back < each.back(); back++) {
                now.set(i, each.withBack(back));
                if (fails(now)) {
                    break;
                }
                now.set(i, each);
            }
        }
        return List.copyOf(now);
    }
}
