package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static Frontier begun() {
        Frontier frontier = new Frontier("/index.html");
        frontier.begin(0);
        return frontier;
    }

    @Test
    void nothingIsHandedOutBeforeTheBegin() {
        assertEquals(List.of(), new Frontier("/index.html").lease(5));
    }

    @Test
    void pageIsHandedOutOnceWhileItsLeaseRuns() {
        Frontier frontier = begun();
        assertEquals(List.of("/index.html"), frontier.lease(5));
        assertEquals(List.of(), frontier.lease(5));
        assertEquals(Set.of("/index.html"), frontier.leasedPages());
    }

    @Test
    void linksOfACrawledPageAreOpen() {
        Frontier frontier = begun();
        frontier.lease(1);
        frontier.crawled("/index.html", List.of("/a.html", "/b.html", "/index.html"));
        assertFalse(frontier.progress().done());
        assertEquals(List.of("/a.html", "/b.html"), frontier.lease(5));
    }

    @Test
    void crawlIsDoneWhenEveryPageWasReported() {
        Frontier frontier = begun();
        frontier.lease(1);
        frontier.crawled("/index.html", List.of("/gone.html"));
        frontier.lease(1);
        frontier.missing("/gone.html");
        assertTrue(frontier.progress().done());
        assertEquals(1, frontier.progress().broken());
    }

    @Test
    void pageThatIsReportedTwiceCountsAsCrawledTwice() {
        Frontier frontier = begun();
        frontier.crawled("/index.html", List.of());
        frontier.crawled("/index.html", List.of());
        assertEquals(1, frontier.progress().twice());
        assertEquals(1, frontier.progress().distinct());
    }

    @Test
    void linksStayOnTheSite() {
        String html = "<a href='b.html#x'>b</a><a href='http://other/c.html'>c</a><a href='../d.html?q=1'>d</a>"
                + "<a href='mailto:a@b'>m</a>";
        assertEquals(Set.of("/a/b.html", "/d.html"), Links.of(html, "/a/index.html", "/"));
    }
}
