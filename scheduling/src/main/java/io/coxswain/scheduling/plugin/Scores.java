package io.coxswain.scheduling.plugin;

import io.coxswain.scheduling.framework.SchedulerPlugin.Score;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings scores into their range (Kubernetes {@code DefaultNormalizeScore}). */
final class Scores {
    private Scores() {}

    /** The highest gets the most; none gets anything where all are 0. */
    static Map<String, Long> normalize(Map<String, Long> scores) {
        long max = max(scores);
        Map<String, Long> normal = new LinkedHashMap<>();
        scores.forEach((node, score) -> normal.put(node, max == 0 ? 0 : Score.MAX * score / max));
        return normal;
    }

    /** The lowest gets the most; all get the most where all are 0. */
    static Map<String, Long> normalizeReversed(Map<String, Long> scores) {
        long max = max(scores);
        Map<String, Long> normal = new LinkedHashMap<>();
        scores.forEach((node, score) -> normal.put(node, max == 0 ? Score.MAX : Score.MAX - Score.MAX * score / max));
        return normal;
    }

    private static long max(Map<String, Long> scores) {
        return scores.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
