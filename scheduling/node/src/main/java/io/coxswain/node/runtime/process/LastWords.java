package io.coxswain.node.runtime.process;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a process that failed wrote last, for its status and for Events: mostly why. A container may leave such a message in a file, and where it asks for {@code FallbackToLogsOnError} the kubelet takes
 * it from the log; a process has no such file, so it is always the log.
 */
final class LastWords {
    /** So many lines are looked at: enough for a stack trace with causes. */
    static final int LINES = 80;

    private static final int LINES_SHOWN = 3;
    private static final int MOST_CHARS = 1_024;
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more).*");

    private LastWords() {}

    /** The last lines, without frames of stack traces; empty if there are none. */
    static String of(List<String> log) {
        List<String> telling = log.stream()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).matches())
                .map(String::strip)
                .toList();
        String words = String.join("; ", telling.subList(Math.max(0, telling.size() - LINES_SHOWN), telling.size()));
        return words.length() <= MOST_CHARS ? words : words.substring(words.length() - MOST_CHARS);
    }
}
