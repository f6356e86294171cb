package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.InvalidException;
import io.coxswain.json.DynamicKinds;
import io.coxswain.json.DynamicResource;
import io.coxswain.json.Patches;
import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Objects of a kind from YAML are served as those of a record are. */
class DynamicKindTest extends ApiServerTestBase {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Lamp, plural: lamps}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                selectableFields: [{jsonPath: .spec.colour}]
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          colour: {type: string, enum: [red, green, blue], default: red}
                          watts: {type: integer, minimum: 1}
                          rooms:
                            type: array
                            x-kubernetes-list-type: set
                            items: {type: string}
                          more: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      status:
                        type: object
                        properties: {lit: {type: boolean}}
            """;
    private static final Kind<DynamicResource> LAMP = DynamicKinds.parse("lamp.yaml", DEFINITION);
    private static final ResourceKey KEY = ResourceKey.of("default", "a");

    private static DynamicResource lamp() {
        return DynamicResource.named(LAMP, "a").withMetadata(ObjectMeta.named("default", "a"));
    }

    private DynamicResource now() {
        return client.get(LAMP, KEY);
    }

    @Test
    void createdObjectHasDefaultsAndNoStatus() {
        DynamicResource created = client.create(
                lamp().with("spec.watts", 5).with("spec.more.unknown", 1).with("status.lit", true));
        assertEquals("red", created.text("spec.colour"));
        assertEquals(1, created.number("spec.more.unknown"));
        assertFalse(created.find("status").isPresent());
        assertEquals(1, created.metadata().generation());
        assertEquals(created, now());
    }

    @Test
    void generationGrowsWithWhatIsNoStatus() {
        client.create(lamp().with("spec.watts", 5));
        DynamicResource lit = client.updateStatus(now().with("status.lit", true).with("spec.watts", 9));
        assertEquals(1, lit.metadata().generation());
        assertEquals(5, lit.number("spec.watts"));
        DynamicResource changed = client.update(now().with("spec.watts", 6).with("status.lit", false));
        assertEquals(2, changed.metadata().generation());
        assertEquals(true, changed.flag("status.lit"));
        long revision = store.revision();
        client.update(now());
        client.updateStatus(now());
        assertEquals(revision, store.revision());
    }

    @Test
    void invalidObjectsAreRefusedWithTheirFields() {
        InvalidException refused = assertThrows(
                InvalidException.class,
                () -> client.create(
                        lamp().with("spec.watts", 0).with("spec.wats", 1).with("spec.colour", "pink")));
        assertEquals(
                List.of("spec.watts", "spec.wats", "spec.colour"),
                refused.errors().stream().map(error -> error.field()).toList());
    }

    @Test
    void managersApplyTogether() {
        client.apply(lamp().with("spec.watts", 5).with("spec.rooms[0]", "hall").with("spec.more.a", 1), "one");
        client.apply(lamp().with("spec.rooms[0]", "attic").with("spec.more.b", 2), "two");
        assertEquals(
                "[\"hall\",\"attic\"]", now().find("spec.rooms").orElseThrow().toString());
        assertThrows(ConflictException.class, () -> client.apply(lamp().with("spec.watts", 6), "two"));
        DynamicResource left = client.apply(lamp().with("spec.watts", 5), "one");
        assertEquals("[\"attic\"]", left.find("spec.rooms").orElseThrow().toString());
        assertEquals("{\"b\":2}", left.find("spec.more").orElseThrow().toString());
        long revision = store.revision();
        client.apply(lamp().with("spec.watts", 5), "one");
        assertEquals(revision, store.revision());
    }

    @Test
    void patchesAndSelectionsWork() {
        client.create(lamp().with("spec.colour", "blue"));
        client.patch(LAMP, KEY, Patches.merge("{\"spec\":{\"watts\":7}}"));
        assertEquals(7, now().number("spec.watts"));
        assertEquals(
                1,
                client.list(LAMP, Selection.all().field("spec.colour", "blue")).size());
        assertEquals(
                0,
                client.list(LAMP, Selection.all().field("spec.colour", "red")).size());
    }

    @Test
    void watchSeesThemEnterAndLeaveASelection() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> gone = new CompletableFuture<>();
        WatchListener<DynamicResource> listener = new WatchListener<>() {
            @Override
            public void onEvents(List<WatchEvent<DynamicResource>> wholeCommits) {
                for (WatchEvent<DynamicResource> event : wholeCommits) {
                    seen.add(event.type() + " " + event.object().text("spec.colour") + " "
                            + event.object().number("spec.watts"));
                    if (event.type() == WatchEvent.Type.DELETED) {
                        gone.complete(null);
                    }
                }
            }

            @Override
            public void onEnd(WatchEnd cause) {}
        };
        Selection blue = Selection.all().field("spec.colour", "blue");
        Watch watch = client.watch(LAMP, WatchFrom.revision(store.revision()), blue, listener);
        client.create(lamp().with("spec.watts", 1));
        client.patch(LAMP, KEY, lamp -> lamp.with("spec.colour", "blue").with("spec.watts", 2));
        client.patch(LAMP, KEY, lamp -> lamp.with("spec.watts", 3));
        client.patch(LAMP, KEY, lamp -> lamp.with("spec.colour", "green"));
        environment.await(gone, Duration.ofSeconds(30));
        watch.close();
        assertEquals(List.of("ADDED blue 2", "MODIFIED blue 3", "DELETED blue 3"), seen);
    }

    @Test
    void anotherDefinitionOfTheKindIsRefused() {
        client.create(lamp());
        Kind<DynamicResource> same = DynamicKinds.parse("same.yaml", DEFINITION);
        assertEquals(1, client.list(same, Selection.all()).size());
        Kind<DynamicResource> other = DynamicKinds.parse("other.yaml", DEFINITION.replace("minimum: 1", "minimum: 2"));
        assertThrows(BadRequestException.class, () -> client.create(DynamicResource.named(other, "b")));
    }
}
