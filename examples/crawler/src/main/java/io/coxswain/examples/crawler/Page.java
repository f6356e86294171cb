package io.coxswain.examples.crawler;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;

/**
 * A page as the cluster keeps it: open until it was crawled once or found broken.
 *
 * @param path where it is on the site
 * @param crawls how often it was crawled
 * @param broken whether it doesn't exist
 */
record Page(ObjectMeta metadata, String path, int crawls, boolean broken) implements Resource<Page> {
    static final Kind<Page> KIND = Kind.namespaced("crawler.example.com/v1", "Page", Page.class);

    /** An open page. Names sort in the order of their numbers, which is that in which the pages were found. */
    static Page numbered(int number, String path) {
        return new Page(ObjectMeta.named(String.format("page-%08d", number)), path, 0, false);
    }

    int number() {
        return Integer.parseInt(metadata.name().substring("page-".length()));
    }

    boolean isCrawled() {
        return crawls > 0;
    }

    Page crawledOnceMore() {
        return new Page(metadata, path, crawls + 1, broken);
    }

    Page foundBroken() {
        return new Page(metadata, path, crawls, true);
    }
}
