package io.coxswain.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A finding as text: enough to understand it without a debugger. */
final class Description {
    private Description() {}

    static String of(String test, Report report) {
        Finding finding = report.finding().orElseThrow();
        List<String> lines = new ArrayList<>();
        int count = finding.deviations().size();
        lines.add(test + ": \"" + finding.property() + "\" fails with " + count
                + (count == 1 ? " deviation" : " deviations")
                + (finding.message().isEmpty() ? "" : ": " + finding.message()));
        finding.deviations().forEach(deviation -> lines.add("    " + deviation));
        lines.add(String.format(
                Locale.ROOT,
                "found in run %d after %.1f s, shrunk from %d deviations; tried: %s",
                finding.runsUntilFound(),
                finding.timeUntilFound().toNanos() / 1e9,
                finding.shrunkFrom(),
                report.coverage()));
        if (!finding.nondeterminism().isEmpty()) {
            lines.add("NOT DETERMINISTIC: the same run, made twice, differs: " + finding.nondeterminism());
            lines.add("    " + Repetition.HINT);
        }
        lines.add("replay: -D" + Replay.PROPERTY + "=" + finding.replay());
        lines.add("timeline:");
        finding.timeline().entries().forEach(entry -> lines.add("  " + entry));
        lines.add("as a test:");
        lines.add(RegressionTest.of(test, finding).indent(2).stripTrailing());
        return String.join("\n", lines);
    }
}
