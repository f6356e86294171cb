package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Transaction;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Propagation;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CollectionDeleteTest extends ApiServerTestBase {

    @Property(tries = 100)
    void whatIsSelectedGoesAndNothingElse(@ForAll long seed) {
        startServer();
        Random random = new Random(seed);
        TreeSet<String> stays = new TreeSet<>();
        TreeSet<String> goes = new TreeSet<>();
        TreeSet<String> held = new TreeSet<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            String name = "s" + i;
            ObjectMeta metadata = ObjectMeta.named("default", name);
            boolean selected = random.nextBoolean();
            metadata = selected ? metadata.withLabel("app", "old") : metadata;
            boolean finalizer = random.nextInt(4) == 0;
            metadata = finalizer ? metadata.withFinalizers(List.of("example.com/hold")) : metadata;
            client.create(Site.of(name, 1).withMeta(metadata));
            (selected ? goes : stays).add(name);
            if (selected && finalizer) {
                held.add(name);
            }
        }
        List<Site> deleted = client.deleteCollection(
                Site.KIND, Selection.inNamespace("default").labels("app=old"));
        assertEquals(List.copyOf(goes), names(deleted));
        stays.addAll(held);
        assertEquals(List.copyOf(stays), names(client.list(Site.KIND)));
        client.list(Site.KIND)
                .forEach(site -> assertEquals(
                        held.contains(site.metadata().name()), site.metadata().isDeleting()));
        assertEquals(
                held.size(),
                client.deleteCollection(Site.KIND, Selection.all().labels("app=old"))
                        .size());
    }

    private static List<String> names(List<Site> sites) {
        return sites.stream().map(site -> site.metadata().name()).toList();
    }

    @Test
    void manyGoInSeveralTransactions() {
        int count = 2 * Transaction.MAX_OPERATIONS + 1;
        IntStream.range(0, count).forEach(i -> client.create(Site.of("s" + i, 1)));
        long before = store.revision();
        assertEquals(count, client.deleteCollection(Site.KIND, Selection.all()).size());
        assertEquals(before + 3, store.revision());
        assertTrue(client.list(Site.KIND).isEmpty());
    }

    @Test
    void optionsHoldForEachObject() {
        client.create(pod("on-node", "n1"));
        client.create(pod("unbound", ""));
        client.deleteCollection(
                Pod.KIND,
                Selection.all().field("spec.nodeName", "n1"),
                DeleteOptions.DEFAULT.withGracePeriod(Duration.ofSeconds(5)));
        assertEquals(5L, client.get(Pod.KIND, "on-node").metadata().deletionGracePeriodSeconds());
        assertThrows(
                BadRequestException.class,
                () -> client.deleteCollection(
                        Pod.KIND, Selection.all(), DeleteOptions.DEFAULT.withPropagation(Propagation.ORPHAN)));
        assertEquals(2, client.list(Pod.KIND).size());
        client.deleteCollection(Pod.KIND, Selection.all(), DeleteOptions.DEFAULT.withGracePeriod(Duration.ZERO));
        assertTrue(client.list(Pod.KIND).isEmpty());
    }

    @Test
    void dryRunDeletesNothing() {
        client.create(Site.of("a", 1));
        assertEquals(
                1, client.dryRun().deleteCollection(Site.KIND, Selection.all()).size());
        assertEquals(1, client.list(Site.KIND).size());
    }

    @Test
    void nothingSelectedIsNothingDeleted() {
        assertTrue(client.deleteCollection(Site.KIND, Selection.all()).isEmpty());
        assertThrows(
                BadRequestException.class,
                () -> client.deleteCollection(Site.KIND, Selection.all().field("spec.theme", "x")));
    }
}
