package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static Timeline of(String... texts) {
        List<Timeline.Entry> entries = new ArrayList<>();
        for (String text : texts) {
            entries.add(new Timeline.Entry(Duration.ofSeconds(entries.size()), 1, "m", text));
        }
        return new Timeline(entries);
    }

    private static String line(int second, String text) {
        return "    " + second + ".000 s  r1    m              " + text;
    }

    @Test
    void whatComesTwiceIsThereTwice() {
        assertEquals(
                String.join("\n", line(0, "a"), line(1, "b"), line(2, "a"), line(3, "b")),
                of("a", "b", "a", "b").toString());
    }

    @Test
    void whatComesAgainAndAgainIsThereOnce() {
        assertEquals(
                String.join(
                        "\n",
                        line(0, "x"),
                        line(1, "a"),
                        line(2, "b"),
                        "    7.000 s         the same again, but for numbers, 3 times",
                        line(9, "a")),
                of("x", "a", "b", "a", "b", "a", "b", "a", "b", "a").toString());
    }
}
