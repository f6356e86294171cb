package io.coxswain.json.yaml;

import java.util.ArrayList;
import java.util.List;

/** Splits a YAML file at its {@code ---} lines, so that a mistake in one document doesn't hide those of the next. */
final class YamlDocuments {
    private YamlDocuments() {}

    /**
     * A part of a file.
     *
     * @param firstLine the line of the file on which it begins, counted from 1
     */
    record Part(int firstLine, String text) {}

    static List<Part> split(String file) {
        List<Part> parts = new ArrayList<>();
        int partStart = 0;
        int partLine = 1;
        int line = 1;
        boolean content = false;
        for (int start = 0; start < file.length(); line++) {
            int next = file.indexOf('\n', start) + 1;
            int end = next == 0 ? file.length() : next;
            if (isSeparator(file, start, end)) {
                if (content) {
                    parts.add(new Part(partLine, file.substring(partStart, start)));
                    partStart = start;
                    partLine = line;
                }
                content = true;
            } else {
                content |= !isPreamble(file, start);
            }
            start = end;
        }
        if (content) {
            parts.add(new Part(partLine, file.substring(partStart)));
        }
        return parts;
    }

    private static boolean isSeparator(String file, int start, int end) {
        return file.startsWith("---", start) && (start + 3 == end || " \t\r\n".indexOf(file.charAt(start + 3)) >= 0);
    }

    /** Directives and comments belong to the document that follows them. */
    private static boolean isPreamble(String file, int start) {
        return "%#\r\n".indexOf(file.charAt(start)) >= 0;
    }
}
