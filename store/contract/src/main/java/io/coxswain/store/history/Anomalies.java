package io.coxswain.store.history;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong; the first ones tell enough. */
final class Anomalies {
    private static final int MOST = 20;

    private final List<String> found = new ArrayList<>();

    void add(String anomaly) {
        if (found.size() < MOST) {
            found.add(anomaly);
        }
    }

    Verdict verdict() {
        return Verdict.of(found);
    }
}
