package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.coxswain.api.Kinds;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.yaml.YamlReader;
import io.coxswain.merge.ApplyMerge;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.ListSet;
import io.coxswain.validation.FieldErrors;
import io.coxswain.value.Ordered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A kind from YAML behaves as one with a record of the same fields. */
class DynamicLawsTest {
    private static final Kind<DynamicResource> DYNAMIC = Definitions.KIND;
    private static final List<String> NONSENSE = List.of(
            "null",
            "true",
            "\"\"",
            "\"object\"",
            "\"[\"",
            "-1",
            "0.5",
            "1e999999999",
            "1e99999999999999",
            "[]",
            "[null]",
            "{}",
            "{\"type\":\"array\"}",
            "{\"anyOf\":[{\"not\":{}}]}");
    private static final List<String> MANAGERS = List.of("one", "two", "three");

    record Site(ObjectMeta metadata, Spec spec) implements Resource<Site> {
        static final Kind<Site> KIND = Kind.namespaced("example.com/v1", "Site", Site.class);

        record Spec(
                int replicas,
                String theme,
                Map<String, String> options,
                @ListSet List<String> tags,
                List<String> order,
                @ListMap("name") List<Page> pages) {
            Spec {
                theme = theme == null ? "" : theme;
                options = Ordered.map(options);
                tags = Ordered.list(tags);
                order = Ordered.list(order);
                pages = Ordered.list(pages);
            }
        }

        record Page(String name, String title, int size) {
            Page {
                title = title == null ? "" : title;
            }
        }
    }

    private static DynamicResource dynamic(Site site) {
        return Codec.strict().read(Codec.strict().toJson(site), DYNAMIC);
    }

    private static Site site(DynamicResource object) {
        return Codec.strict().read(Codec.strict().toJson(object), Site.KIND);
    }

    private static Site sample(Random random) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> tags = new ArrayList<>();
        List<Site.Page> pages = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            if (random.nextBoolean()) {
                options.put(name, "v" + random.nextInt(2));
            }
            if (random.nextBoolean()) {
                tags.add(random.nextInt(tags.size() + 1), name);
            }
            if (random.nextBoolean()) {
                String title = random.nextBoolean() ? "" : "t" + random.nextInt(2);
                pages.add(random.nextInt(pages.size() + 1), new Site.Page(name, title, random.nextInt(2)));
            }
        }
        List<String> order = tags.subList(0, random.nextInt(Math.min(2, tags.size()) + 1));
        Site.Spec spec =
                new Site.Spec(random.nextInt(3) + 1, random.nextBoolean() ? "" : "dark", options, tags, order, pages);
        return new Site(ObjectMeta.named("a").withLabels(options), spec);
    }

    @Property(tries = 300)
    void objectsAreReadAsWhatWasWritten(@ForAll long seed) {
        DynamicResource object = dynamic(sample(new Random(seed))).with("spec.extra.deep[0].x", seed);
        assertEquals(object, Codec.strict().read(Codec.strict().toJson(object), DYNAMIC));
        assertEquals(object, Codec.lenient().read(Codec.lenient().toJson(object), DYNAMIC));
        List<Resource<?>> read = Manifest.parse("yaml", Codec.strict().toYaml(object), Kinds.of(DYNAMIC))
                .objects();
        assertEquals(List.of(object), read);
        assertEquals(object.toString(), read.get(0).toString());
    }

    @Property(tries = 300)
    void patchWithoutChangesKeepsTheObject(@ForAll long seed) {
        DynamicResource object = dynamic(sample(new Random(seed)));
        assertEquals(object, Patches.merge("{}").apply(object));
        assertEquals(object, Patches.json("[]").apply(object));
        assertEquals(object, Patches.merge(Codec.strict().toJson(object)).apply(object));
    }

    /** Managers apply and people edit, in any order: both kinds of objects come out the same, with the same conflicts. */
    @Property(tries = 1_000)
    void appliesMergeAsThoseOfARecord(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int steps) {
        Random random = new Random(seed);
        Site record = sample(random);
        DynamicResource tree = dynamic(record);
        Map<String, Site> records = new LinkedHashMap<>();
        Map<String, DynamicResource> trees = new LinkedHashMap<>();
        for (int i = 0; i < steps; i++) {
            Site given = sample(random);
            if (random.nextInt(4) == 0) {
                record = given;
                tree = dynamic(given);
                continue;
            }
            String manager = MANAGERS.get(random.nextInt(MANAGERS.size()));
            ApplyMerge.Result<Site> expected = ApplyMerge.merge(Site.KIND, manager, given, record, records);
            ApplyMerge.Result<DynamicResource> merged = ApplyMerge.merge(DYNAMIC, manager, dynamic(given), tree, trees);
            record = expected.object();
            tree = merged.object();
            assertEquals(record, site(tree));
            assertEquals(sorted(expected.conflicts()), sorted(merged.conflicts()));
            records.put(manager, given);
            trees.put(manager, dynamic(given));
        }
    }

    /** Fields of a record have an order of their own, those of a tree that in which they were written. */
    private static List<String> sorted(List<ApplyMerge.FieldConflict> conflicts) {
        return conflicts.stream().map(Object::toString).sorted().toList();
    }

    @Property(tries = 300)
    void sameApplyChangesNothing(@ForAll long seed, @ForAll long other) {
        DynamicResource given = dynamic(sample(new Random(seed)));
        DynamicResource live = dynamic(sample(new Random(other)));
        DynamicResource once =
                ApplyMerge.merge(DYNAMIC, "me", given, live, Map.of()).object();
        DynamicResource again = ApplyMerge.merge(DYNAMIC, "me", given, once, Map.of("me", given))
                .object();
        assertSame(once.content(), again.content());
        DynamicResource withdrawn = ApplyMerge.merge(
                        DYNAMIC, "me", given.withContent(JsonObject.EMPTY), given, Map.of("me", given))
                .object();
        assertEquals(JsonObject.EMPTY, withdrawn.content());
    }

    /** Whatever stands somewhere in a definition, it makes a kind or is refused; and no object makes a kind fail. */
    @Property(tries = 500)
    void nonsenseIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        JsonObject definition = (JsonObject)
                YamlReader.readAll(Definitions.SITE, new Problems("")).get(0);
        JsonObject damaged = (JsonObject) damaged(definition, random);
        Kind<DynamicResource> kind = DYNAMIC;
        try {
            kind = DynamicKinds.parse("damaged", damaged.toString());
        } catch (ManifestException e) {
            assertFalse(e.problems().isEmpty());
        }
        DynamicResource object = new DynamicResource(kind, ObjectMeta.named("a"), (JsonObject)
                damaged(dynamic(sample(random)).content(), random));
        kind.validate(kind.defaulted(object), null, FieldErrors.collect());
        ApplyMerge.merge(kind, "me", dynamic(sample(random)), object, Map.of("me", object));
    }

    /** The tree with something else in one place, but itself still an object. */
    private static JsonValue damaged(JsonValue tree, Random random) {
        if (tree instanceof JsonObject object && !object.members().isEmpty()) {
            List<String> names = List.copyOf(object.members().keySet());
            Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
            members.compute(names.get(random.nextInt(names.size())), (name, old) -> inside(old, random));
            return JsonObject.of(members);
        }
        if (tree instanceof JsonArray array && !array.elements().isEmpty()) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int place = random.nextInt(elements.size());
            elements.set(place, inside(elements.get(place), random));
            return JsonArray.of(elements);
        }
        return tree;
    }

    private static JsonValue inside(JsonValue old, Random random) {
        boolean deeper = random.nextInt(6) != 0 && (old instanceof JsonObject || old instanceof JsonArray);
        return deeper ? damaged(old, random) : JsonValue.parse(NONSENSE.get(random.nextInt(NONSENSE.size())));
    }
}
