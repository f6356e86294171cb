package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Transaction;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ExpiredException;
import io.coxswain.selector.Selection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that make no sense, or no longer: each has a typed error that says what to do. */
class BadInputTest extends ApiServerTestBase {
    private static final ListOptions PAGES = ListOptions.of(Selection.all()).withLimit(1);

    private String tokenOfExpiredList() {
        client.create(Site.of("a", 1));
        client.create(Site.of("b", 1));
        client.create(Site.of("c", 1));
        String token = client.list(Site.KIND, PAGES).continueToken();
        client.delete(client.get(Site.KIND, "b"));
        store.compact(store.revision());
        return token;
    }

    @Test
    void expiredListCanBeContinuedAsThingsAreNow() {
        String token = tokenOfExpiredList();
        ExpiredException expired =
                assertThrows(ExpiredException.class, () -> client.list(Site.KIND, PAGES.withContinue(token)));
        assertEquals(410, expired.code());
        assertTrue(expired.getMessage().contains("list again from the start"), expired.getMessage());
        ListPage<Site> rest = client.list(Site.KIND, PAGES.withContinue(expired.continueToken()));
        assertEquals(
                List.of("c"),
                rest.items().stream().map(site -> site.metadata().name()).toList());
        assertEquals(store.revision(), rest.revision());
        assertEquals("", rest.continueToken());
    }

    @Test
    void tokensThatAreNoneAreRefused() {
        for (String token : List.of(
                "x",
                "v1 7 0 default/a",
                encoded("v1 -7 0 default/a"),
                encoded("v2 7 0 default/a"),
                encoded("v1 7 0"))) {
            assertThrows(
                    BadRequestException.class, () -> client.list(Site.KIND, PAGES.withContinue(token)), () -> token);
        }
    }

    @Test
    void tokenOfTheFutureIsRefused() {
        String token = encoded("v1 " + (store.revision() + 9) + " 0 default/a");
        assertThrows(BadRequestException.class, () -> client.list(Site.KIND, PAGES.withContinue(token)));
    }

    private static String encoded(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void transactionOfTooManyOperationsIsRefused() {
        Transaction transaction = client.transaction();
        for (int i = 0; i <= Transaction.MAX_OPERATIONS; i++) {
            transaction.create(Site.of("s" + i, 1));
        }
        long before = store.revision();
        BadRequestException refused = assertThrows(BadRequestException.class, transaction::commit);
        assertEquals("Transaction with 1001 operations: must have at most 1000, split it", refused.getMessage());
        assertEquals(before, store.revision());
    }

    @Test
    void unknownFieldSaysWhichThereAre() {
        BadRequestException refused = assertThrows(
                BadRequestException.class,
                () -> client.list(Pod.KIND, Selection.all().fields("spec.node!=n1")));
        assertEquals(
                "Field selector spec.node!=n1: field label not supported: spec.node is not a selectable field of Pod:"
                        + " use one of metadata.name, metadata.namespace, spec.nodeName, spec.restartPolicy,"
                        + " spec.schedulerName, spec.serviceAccountName, spec.hostNetwork, status.phase, status.podIP,"
                        + " status.nominatedNodeName",
                refused.getMessage());
    }

    @Test
    void watchOfUnknownFieldIsRefused() {
        WatchListener<Pod> nobody = new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<Pod>> events) {
                throw new AssertionError(events);
            }

            @Override
            public void onBookmark(long revision) {
                throw new AssertionError(revision);
            }

            @Override
            public void onEnd(WatchEnd cause) {
                throw new AssertionError(cause);
            }
        };
        assertThrows(
                BadRequestException.class,
                () -> client.watch(Pod.KIND, WatchFrom.now(), Selection.all().field("spec.node", "n1"), nobody));
    }
}
