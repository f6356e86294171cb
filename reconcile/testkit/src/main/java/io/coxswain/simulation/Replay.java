package io.coxswain.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is needed to repeat a run, as text for a command line: {@code v1:1,crash-after+create+secret/tls#1}.
 *
 * @param seed of the random numbers
 * @param deviations from the default schedule
 */
record Replay(long seed, List<Deviation> deviations) {
    static final String PROPERTY = "coxswain.replay";

    private static final String VERSION = "v1:";
    private static final String PLAIN = "./#~_*:-";

    /** @throws IllegalArgumentException if it isn't such a text */
    static Replay parse(String text) {
        if (!text.startsWith(VERSION)) {
            throw new IllegalArgumentException(
                    "replay " + text + ": must begin with " + VERSION + " as it was printed");
        }
        String[] parts = text.substring(VERSION.length()).split(",", -1);
        List<Deviation> deviations = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            deviations.add(Deviation.parse(decode(parts[i])));
        }
        try {
            return new Replay(Long.parseLong(parts[0]), deviations);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "replay " + text + ": " + parts[0] + ": must be a seed, a whole number", e);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(VERSION).append(seed);
        deviations.forEach(deviation -> text.append(',').append(encode(deviation.name())));
        return text.toString();
    }

    private static String encode(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c < 128 && Character.isLetterOrDigit(c);
            if (letter || PLAIN.indexOf(c) >= 0) {
                text.append(c);
            } else if (c == ' ') {
                text.append('+');
            } else {
                text.append(String.format(Locale.ROOT, "%%%04x", (int) c));
            }
        }
        return text.toString();
    }

    private static String decode(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                name.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                name.append(c == '+' ? ' ' : c);
            }
        }
        return name.toString();
    }
}
