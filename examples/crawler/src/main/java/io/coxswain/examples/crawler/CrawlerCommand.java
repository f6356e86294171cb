package io.coxswain.examples.crawler;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program: crawls a site with a fleet of workers, with trouble on the way, and ends with code 0 only if no page was lost. */
@Command(
        name = "crawler",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Deploys a crawler fleet from YAML, scales it, kills some of it, rolls it to a new version under load, and tells what came of it.")
final class CrawlerCommand implements Callable<Integer> {
    /** So long a crawl takes if nothing else is said, so that all that shall happen falls inside it. */
    private static final double DEFAULT_SECONDS = 25;

    private static final double DEFAULT_RATE = 40;

    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "The folder of HTML pages to serve and crawl; its first page is index.html.")
    private @Nullable Path site;

    @Option(names = "--url", paramLabel = "URL", description = "Crawl from this page on, instead of a folder.")
    private @Nullable URI url;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Pages a second; 0: as fast as possible. Default: the crawl takes about 25 s.")
    private double rate = -1;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "The objects to deploy. Default: the crawler.yaml beside the program.")
    private @Nullable Path manifest;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write the summary as JSON.")
    private @Nullable Path summary;

    public static void main(String[] args) {
        System.exit(new CommandLine(new CrawlerCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println("crawler: " + failure.getMessage());
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        Console console = Console.standard();
        Path home = home();
        Crawl.Options given = url == null ? ofSite(home) : ofUrl(home, url);
        Optional<SiteWalk> truth = given.site().map(SiteWalk::of);
        truth.ifPresent(walk -> console.say("a plain walk over the site's files finds "
                + walk.pages().size() + " pages and " + walk.broken().size() + " broken links"));
        Crawl.Options options = given.rate() < 0 && truth.isPresent()
                ? given.withRate(truth.get().pages().size() / DEFAULT_SECONDS)
                : given;
        Report report = new Crawl(options, truth, console).run();
        System.out.println(report.text());
        if (summary != null) {
            report.writeJson(summary);
        }
        return report.lost.isEmpty() && report.distinctPages > 0 ? 0 : 1;
    }

    private Crawl.Options ofSite(Path home) throws IOException {
        Path folder = site == null ? home.resolve("site") : site;
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw new IOException("--site " + folder + ": has no index.html: name a folder of HTML pages");
        }
        return new Crawl.Options(manifest(home), Optional.of(folder), "", "/index.html", rate);
    }

    private Crawl.Options ofUrl(Path home, URI from) throws IOException {
        if (site != null) {
            throw new IOException("--site and --url: give one of them");
        }
        if (!"http".equals(from.getScheme()) || from.getHost() == null) {
            throw new IOException("--url " + from + ": must begin with http:// and a host");
        }
        String base = "http://" + from.getRawAuthority();
        String path = from.getPath().isEmpty() ? "/" : from.getPath();
        return new Crawl.Options(manifest(home), Optional.empty(), base, path, rate < 0 ? DEFAULT_RATE : rate);
    }

    private Path manifest(Path home) {
        return manifest == null ? home.resolve("crawler.yaml") : manifest;
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
}
