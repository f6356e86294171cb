package io.coxswain.node.runtime.process;

import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The variables that a worker gets from this JVM's own environment: enough to find programs and to speak the user's language, nothing that the user didn't ask for. */
final class InheritedVariables {
    private static final Set<String> NAMES = Set.of("PATH", "HOME", "LANG", "TZ", "TMPDIR", "JAVA_HOME");
    /** Without them Windows starts hardly any program. */
    private static final Set<String> WINDOWS_NAMES = Set.of("SYSTEMROOT", "TEMP", "TMP", "PATHEXT", "COMSPEC");

    private InheritedVariables() {}

    /** The inherited variables with the worker's own over them. */
    static Map<String, String> under(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (isInherited(name)) {
                all.put(name, value);
            }
        });
        all.putAll(own);
        return all;
    }

    private static boolean isInherited(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return NAMES.contains(name)
                || name.startsWith("LC_")
                || (File.separatorChar == '\\' && (WINDOWS_NAMES.contains(upper) || upper.equals("PATH")));
    }
}
