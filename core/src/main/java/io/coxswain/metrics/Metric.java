package io.coxswain.metrics;

import io.coxswain.value.Ordered;
import java.util.Map;

/**
 * What is measured.
 *
 * @param name as in Prometheus, with the unit at its end: {@code workqueue_depth}, {@code controller_runtime_reconcile_time_seconds}
 * @param help what it means, in a sentence
 * @param labels which one of several, such as {@code controller=website}; in their order
 */
public record Metric(String name, String help, Map<String, String> labels) {
    /** @throws IllegalArgumentException if the name isn't one that Prometheus takes */
    public Metric {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "metric: name: " + name + ": must be letters, digits, _ and :, and not begin with a digit");
        }
        labels = Ordered.map(labels);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** A metric with one label. */
    public static Metric of(String name, String help, String label, String value) {
        return new Metric(name, help, Map.of(label, value));
    }

    /** The same with one more label. */
    public Metric with(String label, String value) {
        return new Metric(name, help, Ordered.with(labels, label, value));
    }

    @Override
    public String toString() {
        return name + labels;
    }
}
