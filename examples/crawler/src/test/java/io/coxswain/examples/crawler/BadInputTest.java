package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program says to input that is wrong: one clear message, an exit code, and nothing that goes on. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputTest {
    /** A fleet without processes, so that it is up at once: the frontier's server is good enough to be found healthy. */
    private static final String FLEET = fleet("site") + "---\n" + fleet("crawler") + "---\n" + fleet("frontier");

    @TempDir
    private Path folder;

    private static String fleet(String name) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: NAME
                spec:
                  replicas: 1
                  selector:
                    matchLabels: {app: NAME}
                  template:
                    metadata:
                      labels: {app: NAME}
                    spec:
                      containers:
                        - name: NAME
                          image: jvm:frontier
                          ports: [{containerPort: 8080}]
                          readinessProbe:
                            httpGet: {path: /healthz, port: 8080}
                            periodSeconds: 1
                """.replace("NAME", name);
    }

    /** The frontier is the last of the three: what is changed in it is changed there. */
    private static String changed(String what, String to) {
        int last = FLEET.lastIndexOf(what);
        return FLEET.substring(0, last) + to + FLEET.substring(last + what.length());
    }

    static Stream<Arguments> manifests() {
        return Stream.of(
                arguments("isn't YAML", changed("replicas: 1", "replicas: [1"), "fleet.yaml:47: isn't YAML: "),
                arguments(
                        "unknown kind",
                        changed("kind: Deployment", "kind: Deploymnet"),
                        "fleet.yaml:42: Deploymnet frontier: unknown kind Deploymnet of apps/v1, did you mean Deployment?"),
                arguments(
                        "unknown field",
                        changed("image:", "imagee:"),
                        "fleet.yaml:55: Deployment frontier: unknown field spec.template.spec.containers[0].imagee, did you mean image?"),
                arguments(
                        "wrong type",
                        changed("replicas: 1", "replicas: one"),
                        "fleet.yaml:46: Deployment frontier: spec.replicas: is the text \"one\", must be a whole number without quotes"),
                arguments(
                        "invalid name",
                        changed("  name: frontier\nspec", "  name: Front_ier\nspec"),
                        "fleet.yaml:44: Deployment Front_ier: metadata.name: Invalid value: \"Front_ier\": a lowercase RFC 1123 subdomain must consist of "),
                arguments(
                        "selector that doesn't match",
                        changed("matchLabels: {app: frontier}", "matchLabels: {app: fronteer}"),
                        "fleet.yaml:51: Deployment frontier: spec.template.metadata.labels: Invalid value: \"{app=frontier}\": `selector` does not match template `labels`"),
                arguments(
                        "duplicate name",
                        FLEET + "---\n" + fleet("site"),
                        "fleet.yaml:64: Deployment site: is in this file twice, first on line 1: rename or remove one"),
                arguments(
                        "negative replicas",
                        changed("replicas: 1", "replicas: -1"),
                        "fleet.yaml:46: Deployment frontier: spec.replicas: Invalid value: -1: must be greater than or equal to 0"),
                arguments(
                        "a Deployment that the program needs is missing",
                        fleet("site") + "---\n" + fleet("frontier"),
                        "fleet.yaml: has no Deployment crawler: the crawl needs site, frontier, crawler"),
                arguments("no object", "# nothing\n", "fleet.yaml: holds no object: write at least one, "),
                arguments(
                        "a pod with something that isn't run yet",
                        changed(
                                "containers:",
                                "initContainers: [{name: i, image: \"jvm:frontier\"}]\n      containers:"),
                        "Deployment default/frontier isn't as awaited after 1\\..* s: 0 of 1 ready; pod frontier-.*: spec.initContainers: i: init containers are not run yet"),
                arguments(
                        "a command that doesn't exist",
                        changed("image: jvm:frontier", "image: \"process:\"\n          command: [jave]"),
                        ".* 0 of 1 ready; pod frontier-.*: CrashLoopBackOff, exit 127: container frontier of pod default/frontier-.*: no such command 'jave' on the PATH .*: install it, or give its path in command"),
                arguments(
                        "a class that doesn't exist",
                        changed("image: jvm:frontier", "image: java:com.example.Mian"),
                        ".*no class 'com.example.Mian' on the application's class path or module path: give the full name, such as java:com.example.Main"),
                arguments(
                        "a port in use",
                        changed(
                                "containers:",
                                "containers:\n        - {name: first, image: \"jvm:frontier\", ports: [{containerPort: 8080}]}"),
                        ".* 0 of 1 ready; pod frontier-.*: CrashLoopBackOff, exit 1: java.net.BindException: Address already in use"),
                arguments(
                        "a program that fails",
                        changed(
                                "image: jvm:frontier",
                                "image: \"process:\"\n          command: [sh, -c, \"echo no disk; exit 3\"]"),
                        ".* 0 of 1 ready; pod frontier-.*: CrashLoopBackOff, exit 3: no disk"),
                arguments(
                        "a probe that never succeeds",
                        changed("path: /healthz", "path: /nowhere"),
                        ".* 0 of 1 ready; pod frontier-.*: running, not ready: Readiness probe failed: HTTP probe failed with statuscode: 404"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void manifests(String what, String text, String message) throws Exception {
        Path manifest = Files.writeString(folder.resolve("fleet.yaml"), text, StandardCharsets.UTF_8);
        assertRefused(
                1, message, "--site", site().toString(), "--manifest", manifest.toString(), "--ready-timeout", "1.2");
    }

    static Stream<Arguments> options() {
        return Stream.of(
                arguments(1, ".*/none.yaml: there is no such file.*", "--site SITE --manifest FOLDER/none.yaml"),
                arguments(1, ".*: is a folder: name a file in it.*", "--site SITE --manifest FOLDER"),
                arguments(
                        1,
                        "--site .*/none: there is no such folder: name a folder of HTML pages",
                        "--site FOLDER/none"),
                arguments(1, "--site .*: has no index.html: name a folder of HTML pages", "--site FOLDER"),
                arguments(
                        2,
                        "Invalid value for option '--rate': 'fast' isn't a number such as 40; --help .*",
                        "--site SITE --rate fast"),
                arguments(
                        2,
                        "Invalid value for option '--rate': '-3' must be 0 or more pages a second; --help .*",
                        "--site SITE --rate=-3"),
                arguments(2, ".*'NaN' must be 0 or more pages a second; --help .*", "--site SITE --rate NaN"),
                arguments(2, ".*'0' must be more than 0 and at most a day; --help .*", "--ready-timeout 0"),
                arguments(
                        2,
                        "Invalid value for option '--url': 'ftp://host' must begin with http:// and a host; --help .*",
                        "--url ftp://host"),
                arguments(2, ".*'http://a:b:c' .*; --help .*", "--url http://a:b:c"),
                arguments(1, "--site and --url: give one of them", "--site SITE --url http://127.0.0.1:1/"),
                arguments(2, "Unknown option: '--fast'.*; --help .*", "--fast"),
                arguments(
                        1,
                        "--summary .*: there is no folder .*/none: create it first",
                        "--site SITE --summary FOLDER/none/s.json"),
                arguments(1, "--summary .*: is a folder: name a file in it", "--site SITE --summary FOLDER"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void options(int code, String message, String line) throws Exception {
        String full = line.replace("SITE", site().toString()).replace("FOLDER", folder.toString());
        assertRefused(code, message, full.split(" "));
    }

    /** @param message how the message goes on after the program's name; a pattern where it begins as one or has {@code .*} */
    private static void assertRefused(int code, String message, String... args) throws Exception {
        List<String> line = new ArrayList<>(Arrays.asList(args));
        Captured done = Captured.run(line.toArray(String[]::new));
        assertEquals(code, done.code(), done::toString);
        assertEquals(1, done.errors().size(), () -> "one message: " + done);
        String said = done.errors().get(0);
        assertTrue(said.startsWith("crawler: "), said);
        String rest = said.substring("crawler: ".length());
        boolean matches = message.contains(".*") ? rest.matches("(?s)" + message) : rest.contains(message);
        assertTrue(matches, () -> rest + "\nisn't\n" + message);
        assertFalse(done.out().contains("created") && message.startsWith("fleet.yaml:"), done::toString);
        for (ProcessHandle left : ProcessHandle.current().descendants().toList()) {
            left.onExit().get(30, TimeUnit.SECONDS); // the guardian ends a moment after its cluster
        }
    }

    private Path site() throws IOException {
        return Sites.chain(Files.createDirectories(folder.resolve("site")), 2);
    }
}
