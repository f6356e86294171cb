package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.error.ApiException;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.InvalidException;
import io.coxswain.error.NotFoundException;
import io.coxswain.json.Patches;
import io.coxswain.resource.Patch;
import io.coxswain.resource.PatchStrategy;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patches as documents, through the server. */
class PatchTest extends ApiServerTestBase {
    private static final ResourceKey A = ResourceKey.of("default", "a");

    @Test
    void everyFormChangesTheObject() {
        client.create(Site.of("a", 1).withPages(new Site.Page("home", "Home", 1)));
        assertEquals(
                2, patch(Patches.merge("{\"spec\":{\"replicas\":2}}")).spec().replicas());
        assertEquals(
                3,
                patch(Patches.json("[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":3}]"))
                        .spec()
                        .replicas());
        Site patched = patch(Patches.strategicMerge("{\"spec\":{\"theme\":null,\"replicas\":4}}"));
        assertEquals(4, patched.spec().replicas());
        assertEquals("plain", patched.spec().theme(), "what is removed gets its default");
        assertEquals(4, patched.metadata().generation());
        assertEquals(patched, client.get(Site.KIND, A));
    }

    @Test
    void patchThatChangesNothingCommitsNothing() {
        Site created = client.create(Site.of("a", 1));
        long before = store.revision();
        assertEquals(created, patch(Patches.merge("{\"spec\":{\"replicas\":1}}")));
        assertEquals(created, patch(Patches.json("[]")));
        assertEquals(before, store.revision());
    }

    @Test
    void patchIsValidated() {
        client.create(Site.of("a", 1));
        InvalidException refused =
                assertThrows(InvalidException.class, () -> patch(Patches.merge("{\"spec\":{\"replicas\":-1}}")));
        assertEquals("spec.replicas", refused.errors().get(0).field());
    }

    @Test
    void statusIsPatchedByItself() {
        client.create(Site.of("a", 1));
        Patch both = Patches.merge("{\"spec\":{\"replicas\":5},\"status\":{\"ready\":5}}");
        assertEquals(0, patch(both).status().ready());
        Site patched =
                client.patchStatus(Site.KIND, A, Patches.merge("{\"spec\":{\"replicas\":9},\"status\":{\"ready\":7}}"));
        assertEquals(7, patched.status().ready());
        assertEquals(5, patched.spec().replicas());
        assertEquals(
                8,
                client.patchStatus(Site.KIND, A, site -> site.withReady(8))
                        .status()
                        .ready());
    }

    @Test
    void revisionInThePatchIsCondition() {
        Site created = client.create(Site.of("a", 1));
        client.update(created.withReplicas(2));
        long stale = created.metadata().resourceVersion();
        Patch conditional =
                Patches.merge("{\"metadata\":{\"resourceVersion\":\"" + stale + "\"},\"spec\":{\"replicas\":3}}");
        assertThrows(ConflictException.class, () -> patch(conditional));
        assertEquals(2, client.get(Site.KIND, A).spec().replicas());
    }

    @Test
    void patchIsRepeatedWhenAnotherWriteComesBetween() {
        client.create(Site.of("a", 1));
        Patch merge = Patches.merge("{\"spec\":{\"replicas\":7}}");
        Patch overtaken = new Patch(
                new PatchStrategy() {
                    private boolean again;

                    @Override
                    public String mediaType() {
                        return merge.strategy().mediaType();
                    }

                    @Override
                    public <R extends Resource<R>> R apply(R object, String document) {
                        if (!again) {
                            again = true;
                            client.patch(Site.KIND, A, site -> site.withTheme("dark"));
                        }
                        return merge.strategy().apply(object, document);
                    }
                },
                merge.document());
        Site patched = patch(overtaken);
        assertEquals("dark", patched.spec().theme());
        assertEquals(7, patched.spec().replicas());
    }

    @Test
    void wrongDocumentsAreRefused() {
        client.create(Site.of("a", 1));
        for (Patch wrong : List.of(
                Patches.merge("{"),
                Patches.merge("[]"),
                Patches.merge("{\"spec\":{\"replica\":1}}"),
                Patches.merge("{\"spec\":{\"replicas\":\"one\"}}"),
                Patches.json("{}"),
                Patches.json("[{\"op\":\"set\",\"path\":\"/spec\"}]"),
                Patches.strategicMerge("{\"spec\":{\"$patch\":\"drop\"}}"),
                Patches.merge("{\"metadata\":{\"name\":\"b\"}}"))) {
            BadRequestException refused = assertThrows(BadRequestException.class, () -> patch(wrong), wrong::document);
            assertTrue(refused.getMessage().contains("Site default/a"), refused.getMessage());
        }
    }

    @Test
    void patchThatDoesNotFitTheObjectIsInvalid() {
        client.create(Site.of("a", 1));
        ApiException refused = assertThrows(
                InvalidException.class,
                () -> patch(Patches.json("[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":2}]")));
        assertEquals(
                "Patch of Site default/a is invalid: patch[0]: Invalid value: test /spec/replicas: is the number 1,"
                        + " the patch expected the number 2",
                refused.getMessage());
        assertThrows(
                NotFoundException.class,
                () -> client.patch(Site.KIND, ResourceKey.of("default", "b"), Patches.merge("{}")));
    }

    private Site patch(Patch patch) {
        return client.patch(Site.KIND, A, patch);
    }
}
