package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.Kinds;
import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.InvalidException;
import io.coxswain.json.patch.PatchForm;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Patch;
import io.coxswain.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatchesTest {
    private static final Pod POD = Codec.strict().read("""
            {"metadata":{"name":"web","namespace":"shop","finalizers":["a/x","b/x"]},
             "spec":{"containers":[{"name":"app","image":"app:1","env":[{"name":"A","value":"1"}]},
                                   {"name":"log","image":"log:1"}]}}""", Pod.KIND);
    private static final List<Kind<?>> KINDS = Kinds.builtin().list();

    @Property(tries = 200)
    void patchWithoutChangesKeepsEveryField(@ForAll long seed, @ForAll @IntRange(max = 10) int kind) {
        checkKept(KINDS.get(kind), seed);
    }

    private static <R extends Resource<R>> void checkKept(Kind<R> kind, long seed) {
        R object = new Samples(seed).object(kind.type());
        for (Patch nothing : List.of(Patches.json("[]"), Patches.merge("{}"), Patches.strategicMerge("{}"))) {
            assertEquals(object, nothing.apply(object));
        }
    }

    /** Two objects without nulls: what leads from one to the other leads there. */
    @Property(tries = 200)
    void mergePatchOfTheDifferenceGivesTheOther(@ForAll long one, @ForAll long other) {
        JsonObject from = Codec.strict().toTree(new Samples(one).object(ConfigMap.class));
        JsonObject to = Codec.strict().toTree(new Samples(other).object(ConfigMap.class));
        JsonObject patch = difference(from, to);
        assertEquals(merged(from, patch), merged(merged(from, patch), patch));
        assertEquals(withoutNulls(to), withoutNulls(merged(from, patch)));
    }

    private static JsonObject merged(JsonObject object, JsonValue patch) {
        return (JsonObject) PatchForm.MERGE.apply(object, patch, ConfigMap.class);
    }

    private static JsonObject difference(JsonObject from, JsonObject to) {
        Map<String, JsonValue> changes = new LinkedHashMap<>();
        from.members().keySet().forEach(name -> changes.put(name, JsonNull.NULL));
        to.members().forEach((name, value) -> {
            boolean both = value instanceof JsonObject && from.get(name) instanceof JsonObject;
            changes.put(name, both ? difference((JsonObject) from.get(name), (JsonObject) value) : value);
        });
        return JsonObject.of(changes);
    }

    /** As a merge patch onto nothing makes it. */
    private static JsonObject withoutNulls(JsonObject object) {
        return merged(JsonObject.EMPTY, object);
    }

    @Test
    void containersAreMergedByName() {
        Pod patched = Patches.strategicMerge("""
                {"spec":{"containers":[{"name":"log","image":"log:2"},{"name":"new","image":"new:1"}]}}""").apply(POD);
        assertEquals(List.of("app", "log", "new"), names(patched));
        assertEquals("log:2", patched.spec().containers().get(1).image());
        assertEquals(POD.spec().containers().get(0), patched.spec().containers().get(0));
    }

    @Test
    void orderOfElementsIsSet() {
        Pod patched = Patches.strategicMerge("""
                {"spec":{"$setElementOrder/containers":[{"name":"log"},{"name":"app"}],
                         "containers":[{"name":"app","image":"app:2"}]},
                 "metadata":{"$deleteFromPrimitiveList/finalizers":["a/x"],"finalizers":["c/x"]}}""").apply(POD);
        assertEquals(List.of("log", "app"), names(patched));
        assertEquals("app:2", patched.spec().containers().get(1).image());
        assertEquals(List.of("c/x", "b/x"), patched.metadata().finalizers());
    }

    /** They say how to change what is there, and nothing is. */
    @Test
    void directivesInWhatIsNewVanish() {
        Pod patched = Patches.strategicMerge("""
                {"spec":{"securityContext":{"$retainKeys":["runAsUser"],"runAsUser":7},
                         "volumes":[{"name":"v","$patch":"delete"},{"name":"w","emptyDir":{"$patch":"replace"}}],
                         "containers":[{"name":"new","image":"n:1","env":[{"name":"A","$patch":"delete"}],
                                        "$setElementOrder/env":[]}]}}""").apply(POD);
        assertEquals(7L, patched.spec().securityContext().runAsUser());
        assertEquals(
                List.of("w"),
                patched.spec().volumes().stream().map(each -> each.name()).toList());
        assertEquals("new", names(patched).get(0));
    }

    private static List<String> names(Pod pod) {
        return pod.spec().containers().stream().map(Container::name).toList();
    }

    @Test
    void rolloutOfNewImageIsThreeOperations() {
        Deployment before = Codec.strict().read("""
                {"metadata":{"name":"web","namespace":"shop"},"spec":{"replicas":1,"template":{"spec":
                 {"containers":[{"name":"app","image":"app:1"}]}}}}""", Deployment.KIND);
        Deployment after = Patches.json("""
                [{"op":"test","path":"/spec/template/spec/containers/-1/image","value":"app:1"},
                 {"op":"replace","path":"/spec/template/spec/containers/0/image","value":"app:2"},
                 {"op":"add","path":"/metadata/annotations","value":{"by/whom":"anna"}}]""").apply(before);
        assertEquals("app:2", after.spec().template().spec().containers().get(0).image());
        assertEquals(Map.of("by/whom", "anna"), after.metadata().annotations());
    }

    @Test
    void refusalsNameThePlaceInThePatch() {
        assertRefused(
                "Patch of Pod shop/web: [1].op: must be add, remove, replace, move, copy or test, not \"drop\"",
                Patches.json("[{\"op\":\"remove\",\"path\":\"/spec\"},{\"op\":\"drop\",\"path\":\"/spec\"}]"));
        assertRefused(
                "Patch of Pod shop/web: containers: has an element without name, its merge key: {\"image\":\"x\"}",
                Patches.strategicMerge("{\"spec\":{\"containers\":[{\"image\":\"x\"}]}}"));
        assertRefused(
                "Patch of Pod shop/web makes of it what is none: unknown field spec.nodename, did you mean nodeName?",
                Patches.merge("{\"spec\":{\"nodename\":\"n1\"}}"));
        assertRefused("Patch of Pod shop/web: a merge patch must be an object, not a list", Patches.merge("[]"));
        InvalidException invalid = assertThrows(
                InvalidException.class,
                () -> Patches.json("[{\"op\":\"remove\",\"path\":\"/spec/containers/7\"}]")
                        .apply(POD));
        assertEquals("patch[0]", invalid.errors().get(0).field());
    }

    private static void assertRefused(String message, Patch patch) {
        assertEquals(
                message,
                assertThrows(BadRequestException.class, () -> patch.apply(POD)).getMessage());
    }

    /** Each of these doubles the object: thirty would be all memory there is. */
    @Test
    void copiesAreBounded() {
        StringBuilder patch =
                new StringBuilder("[{\"op\":\"add\",\"path\":\"/metadata/a\",\"value\":[\"0123456789\"]}");
        for (int i = 0; i < 60; i++) {
            patch.append(",{\"op\":\"copy\",\"from\":\"/metadata/a\",\"path\":\"/metadata/a/-\"}");
        }
        assertThrows(InvalidException.class, () -> Patches.json(patch + "]").apply(POD));
    }

    @Test
    void formsAreFoundByMediaType() {
        assertEquals(Patches.merge("").strategy(), Patches.strategy("application/merge-patch+json"));
        assertEquals(Patches.json("").strategy(), Patches.strategy("application/json-patch+json"));
        assertEquals(Patches.strategicMerge("").strategy(), Patches.strategy("application/strategic-merge-patch+json"));
        assertNull(Patches.strategy("application/json"));
    }
}
