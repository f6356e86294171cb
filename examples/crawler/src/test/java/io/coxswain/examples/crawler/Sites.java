package io.coxswain.examples.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sites for tests. */
final class Sites {
    private Sites() {}

    /** So many pages, each of which links to the next; the last one to a page that doesn't exist. */
    static Path chain(Path folder, int pages) throws IOException {
        for (int i = 0; i < pages; i++) {
            String next = i == pages - 1 ? "gone.html" : "p" + (i + 1) + ".html";
            String name = i == 0 ? "index.html" : "p" + i + ".html";
            String page = "<html><body><a href=\"" + next + "\">next</a></body></html>";
            Files.writeString(folder.resolve(name), page, StandardCharsets.UTF_8);
        }
        return folder;
    }

    /** What a file holds. */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
