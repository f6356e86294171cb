package io.coxswain.simulation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds times of the real clock in what a run wrote: its own time of day is another one. */
final class WallClock {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private WallClock() {}

    /**
     * What holds such a time, in words; empty if nothing does.
     *
     * @param from when the run began, by the real clock
     * @param to when it ended
     */
    static String isIn(List<String> written, Instant from, Instant to) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        for (String object : written) {
            Matcher times = TIME.matcher(object);
            while (times.find()) {
                Instant time = Instant.parse(times.group());
                if (!time.isBefore(second) && !time.isAfter(to)) {
                    return "the time of the real clock is in what " + object + ": use context.now()";
                }
            }
        }
        return "";
    }
}
