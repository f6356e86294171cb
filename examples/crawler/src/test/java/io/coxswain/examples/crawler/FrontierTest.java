package io.coxswain.examples.crawler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.admission.AdmissionRequest;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.environment.Environment;
import io.coxswain.environment.simulated.SimulatedEnvironment;
import io.coxswain.error.ForbiddenException;
import io.coxswain.resource.Resource;
import io.coxswain.store.memory.MemoryStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private final Client client = server();
    private boolean isFull;

    private Client server() {
        Environment environment = SimulatedEnvironment.seeded(1);
        return ApiServer.builder(MemoryStore.create(environment), environment)
                .admission(new RefusedWhenFull())
                .start()
                .client();
    }

    private final class RefusedWhenFull implements AdmissionPlugin {
        @Override
        public String name() {
            return "RefusedWhenFull";
        }

        @Override
        public <R extends Resource<R>> R mutate(AdmissionRequest<R> request) {
            if (isFull) {
                throw new ForbiddenException("full");
            }
            return request.object();
        }
    }

    private Frontier opened() {
        return new Frontier(new Ledger(client), "/index.html");
    }

    private Frontier begun() {
        Frontier frontier = opened();
        frontier.begin(0);
        return frontier;
    }

    @Test
    void nothingIsHandedOutBeforeTheBegin() {
        assertEquals(List.of(), opened().lease(5));
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
    void nextRunGoesOnWithWhatIsOpen() {
        Frontier first = begun();
        first.lease(1);
        first.crawled("/index.html", List.of("/b.html", "/a.html", "/gone.html"));
        first.lease(2);
        first.crawled("/b.html", List.of("/c.html"));
        first.missing("/gone.html");

        Frontier second = begun();
        assertEquals(2, second.progress().before());
        assertEquals(List.of("/a.html", "/c.html"), second.lease(5), "also what crawlers of the first run had");
        second.crawled("/a.html", List.of());
        second.crawled("/c.html", List.of("/a.html"));
        assertTrue(second.progress().done());
        assertEquals(0, second.progress().twice());
        assertEquals(1, second.progress().broken());
        assertTrue(begun().progress().done());
    }

    @Test
    void crawlsOfAllRunsCount() {
        begun().crawled("/index.html", List.of());
        begun().crawled("/index.html", List.of());
        assertEquals(1, begun().progress().twice());
    }

    @Test
    void linksThatCannotBeKeptAreNotForgotten() {
        Frontier frontier = begun();
        isFull = true;
        assertThrows(ForbiddenException.class, () -> frontier.crawled("/index.html", List.of("/a.html")));
        assertEquals(0, frontier.progress().distinct());
        isFull = false;
        frontier.crawled("/index.html", List.of("/a.html"));
        assertEquals(2, frontier.progress().known());
        assertEquals(List.of("/a.html"), frontier.lease(5));
    }

    @Test
    void linksStayOnTheSite() {
        String html = "<a href='b.html#x'>b</a><a href='http://other/c.html'>c</a><a href='../d.html?q=1'>d</a>"
                + "<a href='mailto:a@b'>m</a>";
        assertEquals(Set.of("/a/b.html", "/d.html"), Links.of(html, "/a/index.html", "/"));
    }
}
