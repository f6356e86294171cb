package io.coxswain.examples.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plain walk over a site's files, one page after the other: the truth against which a crawl is judged.
 *
 * @param pages the paths of all pages that can be reached
 * @param broken the paths that are linked to and don't exist
 */
record SiteWalk(Set<String> pages, Set<String> broken) {

    /** Walks a site from its start page. */
    static SiteWalk of(Path site) {
        SiteWalk walk = new SiteWalk(new TreeSet<>(), new TreeSet<>());
        Deque<String> open = new ArrayDeque<>();
        walk.visit("/index.html", site, open);
        while (!open.isEmpty()) {
            String path = open.remove();
            for (String target : Links.of(read(file(site, path)), path, "/")) {
                walk.visit(target, site, open);
            }
        }
        return walk;
    }

    private void visit(String path, Path site, Deque<String> open) {
        if (!Files.isRegularFile(file(site, path))) {
            broken.add(path);
        } else if (pages.add(path) && Links.isHtml(path)) {
            open.add(path);
        }
    }

    /** The file of a path; that of a folder is its {@code index.html}. A path out of the site leads to no file. */
    static Path file(Path site, String path) {
        Path root = site.toAbsolutePath().normalize();
        Path file = root.resolve(path.substring(1)).normalize();
        if (!file.startsWith(root)) {
            return root.resolve("outside-of-the-site");
        }
        return path.endsWith("/") ? file.resolve("index.html") : file;
    }

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
