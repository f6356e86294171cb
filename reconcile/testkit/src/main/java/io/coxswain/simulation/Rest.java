package io.coxswain.simulation;

import io.coxswain.resource.Resource;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether a run comes to rest. Writes that go on for ever are named, with the length of their cycle if the same states come again. */
final class Rest {
    /** So many writes between two looks of the driver are a circle: it looks after seconds. */
    private static final long MOST_COMMITS = 1_000;

    /** So many of the last ones are kept to find a cycle. */
    private static final int KEPT = 96;

    private final World world;
    private final List<Written> last = new ArrayList<>();
    private long commits;
    private long lastNanos;

    private record Written(String text, long hash) {}

    Rest(World world) {
        this.world = world;
    }

    /** When the last commit was that counts. */
    long lastNanos() {
        return lastNanos;
    }

    /** How many commits there were that count since the driver last got on. */
    long commits() {
        return commits;
    }

    /** The driver gets on. */
    void begin() {
        commits = 0;
        last.clear();
    }

    void committed(String actor, Point point, StoreTransaction transaction, StoreOutcome.Applied applied) {
        lastNanos = world.environment().nanoTime();
        commits++;
        if (commits > MOST_COMMITS - KEPT) {
            keep(actor, point, transaction, applied);
        }
        if (commits == MOST_COMMITS) {
            world.violated(
                    Violation.of(FreeCheck.COMES_TO_REST.text(), MOST_COMMITS + " writes and no end; " + describe()));
        }
    }

    private void keep(String actor, Point point, StoreTransaction transaction, StoreOutcome.Applied applied) {
        StringBuilder states = new StringBuilder();
        for (int i = 0; i < transaction.writes().size(); i++) {
            Write write = transaction.writes().get(i);
            StoredObject<?> stored = applied.results().get(i);
            states.append(Names.of(write.kind(), write.key()))
                    .append(stored == null || write instanceof Write.Delete ? " is gone" : normal(stored.resource()));
        }
        last.add(new Written(actor + ": " + point.place().text(), Hash.of(states.toString())));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a resource is one of itself
    private static String normal(Resource<?> object) {
        return NormalForm.of((Resource) object, List.of());
    }

    private String describe() {
        int period = period();
        List<Written> shown = period == 0 ? last : last.subList(last.size() - period, last.size());
        Map<String, Integer> counts = new LinkedHashMap<>();
        shown.forEach(written -> counts.merge(written.text, 1, Integer::sum));
        String what = period == 0
                ? "the last " + shown.size() + ": "
                : "a cycle of " + period + (period == 1 ? " write: " : " writes: ");
        List<String> parts = new ArrayList<>();
        counts.forEach((text, count) -> parts.add(text + (count == 1 ? "" : " (" + count + " times)")));
        return what + String.join(", ", parts);
    }

    /** After how many writes the same ones with the same states come again; 0 if they don't. */
    private int period() {
        for (int period = 1; period <= last.size() / 2; period++) {
            int at = last.size() - 1;
            int same = 0;
            while (same < period && last.get(at - same).hash == last.get(at - same - period).hash) {
                same++;
            }
            if (same == period) {
                return period;
            }
        }
        return 0;
    }
}
