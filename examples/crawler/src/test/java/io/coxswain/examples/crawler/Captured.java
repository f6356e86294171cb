package io.coxswain.examples.crawler;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the program did, run in this JVM.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param errors the lines that it wrote to standard error
 */
record Captured(int code, String out, List<String> errors) {
    static Captured run(String... args) {
        PrintStream standardOut = System.out;
        PrintStream standardError = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = CrawlerCommand.run(args);
            return new Captured(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    errors.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            System.setOut(standardOut);
            System.setErr(standardError);
        }
    }
}
