package io.coxswain.simulation;

import io.coxswain.environment.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a run in which something doesn't hold: first the one without faults, then those with one deviation, with two, and so on up to a depth, then random ones. What is found is shrunk, repeated
 * and described. The same settings find the same, but for the time limit.
 *
 * <p>With {@code -Dcoxswain.replay=v1:...} it makes that one run instead. The body, and what it declares, is called on threads of the search, one at a time. Not thread-safe.
 */
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int RUNS = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    private final Consumer<Simulation> body;
    private final Environment real = Environment.system();
    private String name = "simulation";
    private boolean annotated;
    private int runs = RUNS;
    private int depth = 2;
    private long seed = 1;
    private Duration limit = LIMIT;
    private @Nullable String replay;
    private @Nullable Path html;
    private Consumer<String> progress = line -> LOG.atInfo().log(line);

    Search(Consumer<Simulation> body) {
        this.body = body;
    }

    /** The test's name, for texts. */
    public Search named(String value) {
        name = value;
        return this;
    }

    /** It is made for a method with {@link SimulationTest}. */
    Search annotated(String method) {
        name = method;
        annotated = true;
        return this;
    }

    /**
     * How many runs to make at most; 10,000, if not said.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Search runs(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("runs: " + most + ": must be at least 1");
        }
        runs = most;
        return this;
    }

    /** Up to how many deviations all sets are tried, as far as the runs suffice; 2, if not said. */
    public Search depth(int most) {
        depth = most;
        return this;
    }

    /** Of the random numbers; 1, if not said. */
    public Search seed(long value) {
        seed = value;
        return this;
    }

    /** How long to search at most, by the real clock; 60 s, if not said. */
    public Search limit(Duration most) {
        limit = most;
        return this;
    }

    /** Makes the one run that was printed like this. */
    public Search replay(String text) {
        replay = text;
        return this;
    }

    /** Writes the timeline of what is found to a file, as a page that needs no server. */
    public Search html(Path file) {
        html = file;
        return this;
    }

    /** Who is told every few seconds how far it is, and in the end what was tried if nothing was found; the log, if not said. */
    public Search progress(Consumer<String> listener) {
        progress = listener;
        return this;
    }

    /**
     * Searches.
     *
     * @throws SimulationFailure if something is found
     */
    public Report check() {
        Report report = run();
        if (report.finding().isPresent()) {
            String page = html == null ? "" : "\nthe timeline as a page: " + html.toAbsolutePath();
            throw new SimulationFailure(
                    Description.of(name, annotated, report) + page,
                    report.finding().get());
        }
        return report;
    }

    /** Searches, and returns what was found. */
    public Report run() {
        String asked = replay != null ? replay : System.getProperty(Replay.PROPERTY, "");
        long begun = real.nanoTime();
        Exploration exploration;
        if (asked.isEmpty()) {
            exploration = new Exploration(new Runner(body, seed), runs, depth, this::isOver, begun);
        } else {
            Replay one = Replay.parse(asked);
            exploration = new Exploration(new Runner(body, one.seed()), one.deviations(), begun);
        }
        nextProgress = begun + PROGRESS.toNanos();
        Optional<Finding> finding = exploration.explore();
        finding.ifPresent(found -> {
            if (html != null) {
                HtmlTimeline.write(html, name, found);
            }
        });
        Report report = new Report(
                exploration.runs(), Duration.ofNanos(real.nanoTime() - begun), exploration.coverage(), finding);
        if (finding.isEmpty()) {
            progress.accept(name + ": " + report);
        }
        return report;
    }

    private long nextProgress;

    private boolean isOver(Exploration exploration) {
        long now = real.nanoTime();
        if (now >= nextProgress) {
            nextProgress = now + PROGRESS.toNanos();
            progress.accept(name + ": " + exploration.runs() + " of up to " + runs + " runs, nothing found yet: "
                    + exploration.coverage());
        }
        return now - exploration.begun() > limit.toNanos();
    }
}
