package io.coxswain.examples.crawler;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Which pages of the same site a page links to. Crawlers and the plain walk that judges them use this one rule. */
final class Links {
    private Links() {}

    /**
     * The paths that a page links to, in the order of the page.
     *
     * @param html the page
     * @param path its own path on the site, such as {@code /a/b.html}
     * @param root the path under which the site's pages lie, such as {@code /}
     */
    static Set<String> of(String html, String path, String root) {
        Set<String> found = new LinkedHashSet<>();
        for (Element link : Jsoup.parse(html).select("a[href], area[href], frame[src], iframe[src]")) {
            String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            resolve(path, target).filter(p -> p.startsWith(root)).ifPresent(found::add);
        }
        return found;
    }

    /** The path of a link's target on the same site, without query and fragment; empty for other sites and for what is no address of a page. */
    static Optional<String> resolve(String base, String link) {
        try {
            URI site = new URI("http", "site", base, null);
            URI target = site.resolve(new URI(link.strip()));
            boolean sameSite = "http".equals(target.getScheme()) && "site".equals(target.getHost());
            if (!sameSite || target.getPath() == null || target.getPath().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(target.normalize().getPath());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether a page is looked at for links, judged by its path. */
    static boolean isHtml(String path) {
        return path.endsWith(".html") || path.endsWith(".htm") || path.endsWith("/");
    }
}
