package io.coxswain.json.wire;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which of the known words a wrong one was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** The known word that is nearest, if it is near: other case, or about one wrong letter in three. */
    public static @Nullable String closest(String wrong, Collection<String> known) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        String best = null;
        int bestDistance = Math.max(1, wrong.length() / 3) + 1;
        for (String word : known) {
            String other = word.toLowerCase(Locale.ROOT);
            if (other.equals(lower)) {
                return word;
            }
            if (Math.abs(other.length() - lower.length()) < bestDistance) {
                int distance = distance(lower, other);
                if (distance < bestDistance) {
                    best = word;
                    bestDistance = distance;
                }
            }
        }
        return best != null ? best : pluralOrSingular(lower, known);
    }

    private static @Nullable String pluralOrSingular(String lower, Collection<String> known) {
        for (String word : known) {
            String other = word.toLowerCase(Locale.ROOT);
            if (other.equals(lower + "s") || lower.equals(other + "s")) {
                return word;
            }
        }
        return null;
    }

    /** How many letters must be inserted, left out, replaced or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, String one, String other, int i, int j) {
        int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
