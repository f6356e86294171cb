package io.coxswain.examples.crawler;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The program: crawls a site with a fleet of workers, with trouble on the way, and ends with code 0 only if no page was lost. */
@Command(
        name = "crawler",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Deploys a crawler fleet from YAML, scales it, kills some of it, rolls it to a new version under load, and tells what came of it.",
        footer = "Exit code: 0 if no page was lost, 1 if any was or the crawl failed, 2 for wrong options.")
final class CrawlerCommand implements Callable<Integer> {
    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "The folder of HTML pages to serve and crawl; its first page is index.html.")
    private @Nullable Path site;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Crawl from this page on, instead of a folder.",
            converter = HttpUrl.class)
    private @Nullable URI url;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Pages a second; 0: as fast as possible. Default: the crawl takes about 25 s.",
            converter = Rate.class)
    private @Nullable Double rate;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "The objects to deploy. Default: the crawler.yaml beside the program.")
    private @Nullable Path manifest;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Keep the cluster and the crawl in this folder; a later start, however this one ends, goes on from there. Default: in memory.")
    private @Nullable Path state;

    @Option(
            names = "--ready-timeout",
            paramLabel = "SECONDS",
            description = "How long the fleet may take to become ready. Default: 60.",
            converter = Seconds.class)
    private Duration readyLimit = Duration.ofSeconds(60);

    @Option(names = "--summary", paramLabel = "FILE", description = "Write the summary as JSON.")
    private @Nullable Path summary;

    @Option(names = "--logs", description = "Print what the workers write, with the pod's name in front.")
    private boolean logs;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The whole program but for its end; returns the exit code. */
    static int run(String... args) {
        return new CommandLine(new CrawlerCommand())
                .setParameterExceptionHandler((wrong, given) -> {
                    System.err.println("crawler: " + wrong.getMessage() + "; --help shows what there is");
                    return 2;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println("crawler: " + said(failure));
                    return 1;
                })
                .execute(args);
    }

    private static String said(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        if (summary != null) {
            checkWritable(summary);
        }
        if (state != null) {
            checkFolder(state);
        }
        Path home = home();
        Console console = Console.standard();
        Report report = new Crawl(options(home), console).run();
        System.out.println(report.text());
        if (summary != null) {
            report.writeJson(summary);
        }
        return report.lost.isEmpty() && report.distinctPages > 0 ? 0 : 1;
    }

    /** Now, not after the crawl. */
    private static void checkWritable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new IOException("--summary " + file + ": is a folder: name a file in it");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("--summary " + file + ": there is no folder " + folder + ": create it first");
        }
        boolean writable = Files.exists(file) ? Files.isWritable(file) : folder == null || Files.isWritable(folder);
        if (!writable) {
            throw new IOException("--summary " + file + ": can't be written: name a file that can");
        }
    }

    private Crawl.Options options(Path home) throws IOException {
        Path objects = manifest == null ? home.resolve("crawler.yaml") : manifest;
        Crawl.Start start = url == null ? Crawl.Start.ofFolder(folder(home)) : Crawl.Start.ofUrl(url);
        if (url != null && site != null) {
            throw new IOException("--site and --url: give one of them");
        }
        return new Crawl.Options(
                objects, start, Optional.ofNullable(state), Optional.ofNullable(rate), readyLimit, logs);
    }

    private static void checkFolder(Path state) throws IOException {
        if (Files.exists(state) && !Files.isDirectory(state)) {
            throw new IOException("--state " + state + ": is a file: name a folder");
        }
    }

    private Path folder(Path home) throws IOException {
        Path folder = site == null ? home.resolve("site") : site;
        if (!Files.isDirectory(folder)) {
            throw new IOException("--site " + folder + ": there is no such folder: name a folder of HTML pages");
        }
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw new IOException("--site " + folder + ": has no index.html: name a folder of HTML pages");
        }
        return folder;
    }

    /** The folder of the program, where its build puts the site and the manifest. */
    private static Path home() throws URISyntaxException {
        Path program = Path.of(CrawlerCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = program.toAbsolutePath().getParent();
        return folder == null ? program : folder;
    }

    private static final class HttpUrl implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI url = new URI(text);
                if ("http".equals(url.getScheme()) && url.getHost() != null) {
                    return url;
                }
            } catch (URISyntaxException e) {
                throw new TypeConversionException("'" + text + "' is no URL: " + e.getReason());
            }
            throw new TypeConversionException("'" + text + "' must begin with http:// and a host");
        }
    }

    private static final class Rate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double rate = number(text, "40");
            if (rate < 0 || !Double.isFinite(rate)) {
                throw new TypeConversionException("'" + text + "' must be 0 or more pages a second");
            }
            return rate;
        }
    }

    private static final class Seconds implements ITypeConverter<Duration> {
        private static final double LONGEST = 86_400;

        @Override
        public Duration convert(String text) {
            double seconds = number(text, "60");
            if (!(seconds > 0 && seconds <= LONGEST)) {
                throw new TypeConversionException("'" + text + "' must be more than 0 and at most a day");
            }
            return Duration.ofMillis(Math.round(seconds * 1_000));
        }
    }

    private static double number(String text, String example) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' isn't a number such as " + example);
        }
    }
}
