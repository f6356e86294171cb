package io.coxswain.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A finding as text: enough to understand it without a debugger. */
final class Description {
    private Description() {}

    /** @param annotated whether the test is a method with {@link SimulationTest} */
    static String of(String test, boolean annotated, Report report) {
        Finding finding = report.finding().orElseThrow();
        List<String> lines = new ArrayList<>();
        int count = finding.deviations().size();
        String with =
                count == 0 ? " fails without faults" : " fails with " + count + " deviation" + (count == 1 ? "" : "s");
        lines.add(test + ": \"" + finding.property() + "\"" + with
                + (finding.message().isEmpty() ? "" : ": " + finding.message()));
        finding.deviations().forEach(deviation -> lines.add("    " + deviation));
        lines.add(String.format(
                Locale.ROOT,
                "found in run %d after %.1f s%s; tried: %s",
                finding.runsUntilFound(),
                finding.timeUntilFound().toNanos() / 1e9,
                finding.shrunkFrom() > count ? ", shrunk from " + finding.shrunkFrom() + " deviations" : "",
                report.coverage()));
        if (!finding.nondeterminism().isEmpty()) {
            lines.add("NOT DETERMINISTIC: the same run, made twice, differs: " + finding.nondeterminism());
            lines.add("    " + Repetition.HINT);
        }
        if (count > 0) {
            lines.add("replay: -D" + Replay.PROPERTY + "=" + finding.replay());
        }
        lines.add("timeline:");
        lines.add(finding.timeline().toString().indent(2).stripTrailing());
        if (count > 0) {
            lines.add("as a test:");
            lines.add((annotated ? RegressionTest.of(test, finding) : RegressionTest.ofBody(finding))
                    .indent(2)
                    .stripTrailing());
        }
        return String.join("\n", lines);
    }
}
