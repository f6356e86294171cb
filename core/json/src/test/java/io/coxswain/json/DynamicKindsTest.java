package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.error.BadRequestException;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problem;
import io.coxswain.resource.Kind;
import io.coxswain.validation.FieldErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions, and what their schemas mean for objects. */
class DynamicKindsTest {
    private static final Kind<DynamicResource> SITE = Definitions.KIND;

    @Test
    void definitionSaysTheKindsNames() {
        assertEquals("example.com/v1", SITE.apiVersion());
        assertEquals("sites", SITE.plural());
        assertEquals(SITE, Kinds.of(SITE).named("st"));
        assertTrue(SITE.isNamespaced());
        assertTrue(SITE.hasStatus());
        assertFalse(DynamicKinds.parse("", Definitions.with("subresources: {status: {}}", "deprecated: false"))
                .hasStatus());
        assertFalse(DynamicKinds.parse("", Definitions.with("scope: Namespaced", "scope: Cluster"))
                .isNamespaced());
    }

    @Test
    void columnsAndSelectableFieldsAreRead() {
        DynamicResource site = Definitions.site("{replicas: 2, theme: dark}")
                .with("status.conditions[0].type", "Ready")
                .with("status.conditions[0].status", "True");
        site = site.withMetadata(site.metadata().withLabel("team", "blue"));
        List<Object> cells = new java.util.ArrayList<>();
        for (var column : SITE.printerColumns()) {
            cells.add(column.cell().apply(site, Instant.EPOCH));
        }
        assertEquals(List.of(2L, "True", "blue"), cells);
        assertEquals("dark", SITE.selectableFields().get("spec.theme").apply(site));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: CustomResourceDefinition | kind: Definition | 2 | kind: is the text "Definition", must be CustomResourceDefinition
            name: sites.example.com | name: site.example.com | 3 | metadata.name: is the text "site.example.com", must be its plural and group, sites.example.com
            scope: Namespaced | scope: Wide | 6 | spec.scope: is the text "Wide", must be Namespaced or Cluster
            storage: true | storage: false | 8 | spec.versions: exactly one must have storage: true, and it must have served: true
            jsonPath: .spec.theme | jsonPath: spec theme | 22 | spec.versions[v1].selectableFields[0].jsonPath: must be such as .spec.replicas or .status.conditions[?(@.type=="Ready")].status
            host: {type: string | host: {type: text | 34 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[host].type: is "text", must be object, array, string, integer, number or boolean
            note: {type: string | note: {type: int_or_string | 36 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[note].type: is "int_or_string", must be object, array, string, integer, number or boolean
            minLength: 3 | minlength: 3 | 34 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[host].minlength: is no keyword of a structural schema: remove it
            maxItems: 2 | maxItems: two | 40 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[order].maxItems: is the text "two", which isn't what this keyword takes
            pattern: '^[a-z.]+$' | pattern: '[' | 34 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[host].pattern: is no regular expression: Unclosed character class
            default: plain | default: bright | 33 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[theme].default: Unsupported value: "bright": supported values: "plain", "dark"
            x-kubernetes-list-type: map | x-kubernetes-list-type: keyed | 41 | spec.versions[v1].schema.openAPIV3Schema.properties[spec].properties[pages].x-kubernetes-list-type: is "keyed", must be atomic, set or map
            """)
    void mistakesOfADefinitionAreTold(String right, String wrong, int line, String text) {
        ManifestException refused = assertThrows(
                ManifestException.class, () -> DynamicKinds.parse("site.yaml", Definitions.with(right, wrong)));
        List<String> told = refused.problems().stream().map(Problem::toString).toList();
        assertTrue(
                told.stream().anyMatch(problem -> problem.startsWith("site.yaml:") && problem.endsWith(text)),
                () -> String.join("\n", told));
        assertEquals(line, refused.problems().get(0).line(), () -> String.join("\n", told));
    }

    @Test
    void severalDefinitionsAreReadFromOneFile(@TempDir Path folder) throws IOException {
        String second = Definitions.SITE.replace("Site", "Page").replace("sites", "pages");
        Path file = folder.resolve("all.yaml");
        Files.writeString(file, Definitions.SITE + "---\n" + second, StandardCharsets.UTF_8);
        assertEquals(
                List.of("Site", "Page"),
                DynamicKinds.readAll(file).stream().map(Kind::name).toList());
        assertThrows(ManifestException.class, () -> DynamicKinds.read(file));
    }

    @Test
    void definitionInAManifestLeadsToDynamicKinds() {
        ManifestException refused = assertThrows(
                ManifestException.class, () -> Manifest.parse("site.yaml", Definitions.SITE, Kinds.builtin()));
        assertEquals(
                "site.yaml:2: CustomResourceDefinition sites.example.com: kind CustomResourceDefinition isn't served: give the kind that DynamicKinds reads from it to what you start, as Cluster.builder().kind(...) takes it",
                refused.getMessage());
    }

    @Test
    void kindsOfTheSameDefinitionAreTheSame() {
        Kinds kinds = Kinds.of(SITE);
        assertEquals(
                1,
                kinds.with(DynamicKinds.parse("again", Definitions.SITE)).list().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> kinds.with(DynamicKinds.parse("other", Definitions.with("maximum: 9", "maximum: 8"))));
        assertTrue(SITE.hasFormOf(DynamicKinds.parse("again", Definitions.SITE)));
        assertFalse(SITE.hasFormOf(DynamicKinds.parse("other", Definitions.with("maximum: 9", "maximum: 8"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | spec.replicas: Required value
            {replicas: -1} | spec.replicas: Invalid value: -1: must be greater than or equal to 0
            {replicas: 10} | spec.replicas: Invalid value: 10: must be less than or equal to 9
            {replicas: two} | spec.replicas: Invalid value: "two": must be a whole number
            {replicas: 1.5} | spec.replicas: Invalid value: "1.5": must be a whole number
            {replicas: 1, theme: red} | spec.theme: Unsupported value: "red": supported values: "plain", "dark"
            {replicas: 1, host: ab} | spec.host: Invalid value: "ab": must have at least 3 characters
            {replicas: 1, host: abcdefghijk} | spec.host: Invalid value: "abcdefghijk": must have at most 9 characters
            {replicas: 1, host: A-B} | spec.host: Invalid value: "A-B": must match ^[a-z.]+$
            {replicas: 1, port: true} | spec.port: Invalid value: true: must be a whole number or text
            {replicas: 1, share: 0} | spec.share: Invalid value: 0: must be greater than 0
            {replicas: 1, options: {a: 1}} | spec.options[a]: Invalid value: 1: must be text
            {replicas: 1, tags: [a, b, a]} | spec.tags[2]: Duplicate value: "a"
            {replicas: 1, order: [a, b, c]} | spec.order: Invalid value: "["a","b","c"]": must have at most 2 elements
            {replicas: 1, pages: [{name: a}, {name: a}]} | spec.pages[1]: Duplicate value: "["a"]"
            {replicas: 1, pages: [{title: x}]} | spec.pages[0].name: Required value
            {replicas: 1, pages: [null]} | spec.pages[0]: Invalid value: "null": must be an object
            """)
    void invalidFieldsAreToldWithTheirPlaces(String spec, String error) {
        ManifestException refused = assertThrows(ManifestException.class, () -> Definitions.site(spec));
        String expected = "test:4: Site a: " + error.replace("\"[\"", "\"[\\\"").replace("\"]\"", "\\\"]\"");
        assertEquals(expected.replace("\",\"", "\\\",\\\""), refused.getMessage());
    }

    @Test
    void validFieldsAreTaken() {
        Definitions.site("{replicas: 9, port: 80, note: null, share: 0.5, options: {a: b}, tags: [a], order: [a, a],"
                + " pages: [{name: a}, {name: b}], extra: {any: {thing: [1, x, null]}}}");
        assertEquals(2, Definitions.site("{replicas: 2.0, port: http}").number("spec.replicas"));
    }

    @Test
    void unknownFieldsAreRefusedStrictlyAndPrunedLeniently() {
        String json = """
                {"apiVersion":"example.com/v1","kind":"Site","metadata":{"name":"a"},
                 "spec":{"replicas":1,"replica":2,"pages":[{"name":"x","colour":1}],"extra":{"deep":{"er":1}}}}""";
        ManifestException refused =
                assertThrows(ManifestException.class, () -> Codec.strict().read(json, SITE));
        assertEquals("""
                line 2: Site a: unknown field spec.replica, did you mean replicas?
                line 2: Site a: unknown field spec.pages[0].colour: the fields here are name, title, size\
                """, refused.getMessage());
        DynamicResource pruned = Codec.lenient().read(json, SITE);
        assertEquals(
                "{\"replicas\":1,\"pages\":[{\"name\":\"x\"}],\"extra\":{\"deep\":{\"er\":1}}}",
                pruned.find("spec").orElseThrow().toString());
    }

    @Test
    void unknownFieldsThatAProgramSetsAreRefused() {
        FieldErrors errors = FieldErrors.collect();
        SITE.validate(Definitions.site("{replicas: 1}").with("spec.pages[0].hue", 1), null, errors);
        assertEquals(
                List.of(
                        "spec.pages[0].name: Required value",
                        "spec.pages[0].hue: Forbidden: unknown field: the fields here are name, title, size"),
                errors.list().stream().map(Object::toString).toList());
    }

    @Test
    void defaultsAreFilledIn() {
        DynamicResource site = Definitions.site("{replicas: 1, theme: null, pages: [{name: a}, {name: b, size: 3}]}");
        DynamicResource filled = SITE.defaulted(site);
        assertEquals(
                JsonValue.parse("{\"replicas\":1,\"pages\":[{\"name\":\"a\",\"size\":1},{\"name\":\"b\",\"size\":3}],"
                        + "\"theme\":\"plain\"}"),
                filled.find("spec").orElseThrow());
        assertEquals(filled, SITE.defaulted(filled));
    }

    @Test
    void patchesChangeTheContent() {
        DynamicResource site = Definitions.site("{replicas: 1, note: x, extra: {a: 1}}");
        DynamicResource patched = Patches.merge("{\"spec\":{\"replicas\":2,\"extra\":{\"b\":[1]}}}")
                .apply(site);
        assertEquals(2, patched.number("spec.replicas"));
        assertEquals(
                "{\"a\":1,\"b\":[1]}", patched.find("spec.extra").orElseThrow().toString());
        assertEquals(
                site.without("spec.note"),
                Patches.json("[{\"op\":\"remove\",\"path\":\"/spec/note\"}]").apply(site));
        assertThrows(
                BadRequestException.class, () -> Patches.strategicMerge("{}").apply(site));
        assertThrows(
                BadRequestException.class,
                () -> Patches.merge("{\"spec\":{\"replica\":2}}").apply(site));
    }

    @Test
    void fieldsAreReadAndSetByPath() {
        DynamicResource site = DynamicResource.named(SITE, "a")
                .with("spec.replicas", 2)
                .with("spec.options[a.b/c]", "x")
                .with("spec.pages[0].name", "home")
                .with("spec.extra.on", true);
        assertEquals(2, site.number("spec.replicas"));
        assertEquals("x", site.text("spec.options[a.b/c]"));
        assertEquals("home", site.text("spec.pages[0].name"));
        assertTrue(site.flag("spec.extra.on"));
        assertEquals("", site.text("spec.pages[1].name"));
        assertEquals(0, site.number("status.ready"));
        assertFalse(site.find("spec.absent").isPresent());
        assertEquals(site, site.with("spec.theme", "dark").without("spec.theme"));
        assertEquals(site, site.without("status.ready"));
        assertNotEquals(site, site.with("spec.replicas", 3));
        assertEquals(
                "IllegalStateException: Site a: spec.replicas: is the number 2, asked for as text",
                thrown(() -> site.text("spec.replicas")));
        assertEquals(
                "IllegalArgumentException: spec.replicas.x: replicas is the number 2, must be an object or a list to have a field inside",
                thrown(() -> site.with("spec.replicas.x", 1)));
        assertEquals(
                "IllegalArgumentException: spec.pages[2]: the list has 1 elements, 2 is none of them and isn't the next",
                thrown(() -> site.with("spec.pages[2]", "x")));
        assertEquals(
                "IllegalArgumentException: metadata.name is no part of an object's content: use metadata() and withMetadata",
                thrown(() -> site.with("metadata.name", "x")));
    }

    private static String thrown(org.junit.jupiter.api.function.Executable call) {
        RuntimeException e = assertThrows(RuntimeException.class, call);
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
