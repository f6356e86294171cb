package io.coxswain.simulation;

import java.util.Locale;

/** The text of a JUnit test that makes one run again. */
final class RegressionTest {
    private RegressionTest() {}

    static String of(String test, Finding finding) {
        String method = test.replaceAll("[^A-Za-z0-9_$]", "_");
        return "/** Once, \"" + finding.property() + "\" failed like this. */\n"
                + "@SimulationTest(replay = \"" + finding.replay() + "\")\n"
                + "void " + method + nameOf(finding) + "(Simulation sim) {\n"
                + "    " + method + "(sim);\n"
                + "}";
    }

    /** Of a body that isn't a method. */
    static String ofBody(Finding finding) {
        return "/** Once, \"" + finding.property() + "\" failed like this. */\n"
                + "@Test\n"
                + "void simulation" + nameOf(finding) + "() {\n"
                + "    Simulation.search(sim -> { /* what this search was given */ })\n"
                + "            .replay(\"" + finding.replay() + "\")\n"
                + "            .check();\n"
                + "}";
    }

    private static String nameOf(Finding finding) {
        if (finding.deviations().isEmpty()) {
            return "_withoutFaults";
        }
        String label = finding.deviations().get(0).fault().label();
        StringBuilder name = new StringBuilder("_after");
        for (String word : label.split("-")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
