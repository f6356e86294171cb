package io.coxswain.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that did the same work in the same run, Coxswain first. The ratio says how many times better Coxswain's median is: more of a rate, less of a time or size.
 */
public final class Table {
    /** What a good figure is. */
    public enum Better {
        MORE,
        LESS
    }

    private record Row(String subject, @Nullable Samples samples, String note) {}

    private final String title;
    private final String unit;
    private final Better better;
    private final List<Row> rows = new ArrayList<>();

    public Table(String title, String unit, Better better) {
        this.title = title;
        this.unit = unit;
        this.better = better;
    }

    /** A subject's figures. The first row is what the others are compared with. */
    public Table row(String subject, Samples samples) {
        return row(subject, samples, "");
    }

    /** The same, with a remark. */
    public Table row(String subject, Samples samples, String note) {
        rows.add(new Row(subject, samples, note));
        return this;
    }

    /** A subject that could not be measured here. */
    public Table skipped(String subject, String why) {
        rows.add(new Row(subject, null, "skipped: " + why));
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%n%s [%s]%n  %-44s %10s %10s %10s %4s %9s%n",
                title,
                unit,
                "",
                "median",
                "min",
                "max",
                "n",
                "ratio"));
        for (Row row : rows) {
            Samples samples = row.samples;
            if (samples == null) {
                text.append(String.format(Locale.ROOT, "  %-44s %s%n", row.subject, row.note));
            } else {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-44s %10s %10s %10s %4d %9s %s%n",
                        row.subject,
                        shown(samples.median()),
                        shown(samples.min()),
                        shown(samples.max()),
                        samples.count(),
                        ratio(samples),
                        row.note));
            }
        }
        return text.toString();
    }

    private String ratio(Samples peer) {
        Samples ours = rows.get(0).samples;
        if (ours == null || ours == peer) {
            return "";
        }
        double ratio = better == Better.MORE ? ours.median() / peer.median() : peer.median() / ours.median();
        return "x " + shown(ratio);
    }

    private static String shown(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1_000 ? "%,.0f" : size >= 100 ? "%.1f" : "%.2f", value);
    }
}
