package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.client.Cause;
import io.coxswain.client.CauseChain;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.ResourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest extends ApiServerTestBase {

    @Test
    void chainLeadsBackToAPerson() {
        long a = create("a", Cause.by("anna"));
        long b = create("b", new Cause("controller/site", "Site default/a", 1, List.of(a)));
        long c = create("c", new Cause("controller/page", "Site default/b", 2, List.of(b, a)));
        CauseChain chain = client.causes(client.get(Site.KIND, "c").ref());
        assertEquals(
                "Site default/c\n"
                        + "  revision " + c + " by controller/page on Site default/b, attempt 2\n"
                        + "    revision " + b + " by controller/site on Site default/a\n"
                        + "      revision " + a + " by anna",
                chain.toString());
        assertTrue(chain.complete());
    }

    @Test
    void everyOperationOfTransactionHasItsCause() {
        client.withCause(Cause.by("ben"))
                .transaction()
                .create(Site.of("a", 1))
                .create(Site.of("b", 1))
                .commit();
        for (String name : List.of("a", "b")) {
            CauseChain chain = client.causes(client.get(Site.KIND, name).ref());
            assertEquals(
                    List.of(Cause.by("ben")),
                    chain.links().stream().map(CauseChain.Link::cause).toList());
        }
    }

    @Test
    void compactedCauseIsNoLongerKnown() {
        long a = create("a", Cause.by("anna"));
        create("b", new Cause("controller/site", "", 1, List.of(a)));
        store.compact(a);
        CauseChain chain = client.causes(client.get(Site.KIND, "b").ref());
        assertTrue(chain.toString().endsWith("revision " + a + ": no longer known"), chain.toString());
    }

    @Test
    void longChainIsCut() {
        long revision = create("a0", Cause.by("clock"));
        for (int i = 1; i <= CauseChain.MOST_LINKS; i++) {
            revision = create("a" + i, new Cause("controller/site", "", 1, List.of(revision)));
        }
        CauseChain chain =
                client.causes(client.get(Site.KIND, "a" + CauseChain.MOST_LINKS).ref());
        assertEquals(CauseChain.MOST_LINKS, chain.links().size());
        assertFalse(chain.complete());
        assertTrue(chain.toString().endsWith("and earlier ones"));
    }

    @Test
    void absentObjectsHaveNoCauses() {
        create("a", Cause.by("anna"));
        ResourceRef ref = client.get(Site.KIND, "a").ref();
        assertThrows(
                NotFoundException.class,
                () -> client.causes(new ResourceRef(ref.apiVersion(), ref.kind(), ref.key(), "another")));
        assertThrows(
                NotFoundException.class,
                () -> client.causes(new ResourceRef("example.com/v9", ref.kind(), ref.key(), "")));
        client.delete(client.get(Site.KIND, "a"));
        assertThrows(NotFoundException.class, () -> client.causes(ref));
    }

    private long create(String name, Cause cause) {
        return client.withCause(cause).create(Site.of(name, 1)).metadata().resourceVersion();
    }
}
