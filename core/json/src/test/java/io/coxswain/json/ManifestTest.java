package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.error.InvalidException;
import io.coxswain.validation.FieldErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manifest holds and where. */
class ManifestTest {
    private static final String TWO = """
            # a comment
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: one
            data: {a: b}
            ---
            ---
            # empty
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: two
              namespace: shop
            spec:
              containers:
              - name: c
                image: i
                env:
                - {name: A, value: "1"}
            """;

    @Test
    void documentsHaveTheirPlaces() {
        Manifest manifest = read(TWO);

        assertEquals(2, manifest.objects().size());
        assertEquals(3, manifest.documents().get(0).line());
        Manifest.Document pod = manifest.documents().get(1);
        assertEquals(12, pod.line());
        assertEquals(20, pod.line("spec.containers[0].image"));
        assertEquals(22, pod.line("spec.containers[0].env[0].value"));
        assertEquals(19, pod.line("spec.containers[0].ports[3].name"));
        assertEquals(17, pod.line("spec.nodeName"));
        assertEquals(14, pod.line("metadata.labels[app]"));
        assertEquals(12, pod.line(""));
        assertEquals(12, pod.line("][.."));
    }

    @Test
    void refusalOfTheServerIsToldWithLines() {
        FieldErrors errors = FieldErrors.collect();
        errors.at("spec").at("containers", 0).at("image").invalid("i", "must be longer");
        errors.at("metadata").at("namespace").notFound("shop");
        InvalidException refusal = new InvalidException("Pod shop/two", errors.list());

        ManifestException located = read(TWO).located(refusal);

        assertEquals("""
                m.yaml:16: Pod shop/two: metadata.namespace: Not found: "shop"
                m.yaml:20: Pod shop/two: spec.containers[0].image: Invalid value: "i": must be longer""".stripIndent(), located.getMessage());
        assertSame(refusal, located.getCause());
    }

    @Test
    void refusedObjectIsFoundWithoutItsNamespace() {
        FieldErrors errors = FieldErrors.collect();
        errors.at("data", "a").invalid("b", "must be c");

        assertEquals(
                "m.yaml:7: ConfigMap one: data[a]: Invalid value: \"b\": must be c",
                read(TWO)
                        .located(new InvalidException("ConfigMap default/one", errors.list()))
                        .getMessage());
        assertEquals(
                "m.yaml: ConfigMap default/other: data[a]: Invalid value: \"b\": must be c",
                read(TWO)
                        .located(new InvalidException("ConfigMap default/other", errors.list()))
                        .getMessage());
    }

    @Test
    void listStandsForItsItems() {
        String items = """
                items:
                - apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: a}
                - {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}]}
                """;
        assertEquals(List.of("a", "b"), names("apiVersion: v1\nkind: List\nmetadata: {resourceVersion: ''}\n" + items));
    }

    @Test
    void typedListGivesItsItemsTheirKind() {
        assertEquals(
                List.of("a", "b"),
                names("apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n- metadata: {name: b}\n"));
    }

    @Test
    void anchorsAndMergeKeysAreFollowed() {
        Manifest manifest = read("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, labels: &l {x: "1", v: "2"}, annotations: *l}
                data: {<<: [*l, {z: "4"}], v: "3"}
                """);
        ConfigMap map = (ConfigMap) manifest.objects().get(0);
        assertEquals(Map.of("x", "1", "v", "2"), map.metadata().annotations());
        assertEquals(Map.of("x", "1", "v", "3", "z", "4"), map.data());
    }

    @Test
    void jsonObjectsStandOneAfterTheOther() {
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\"}}\n";
        assertEquals(List.of("a", "b"), names(json.formatted("a") + json.formatted("b")));
    }

    @Test
    void yamlMayBeginLikeJson() {
        assertEquals(List.of("a"), names("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"));
    }

    @Test
    void generatedNameIsAName() {
        assertEquals(List.of(""), names("apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-}\n"));
    }

    @Test
    void directiveAndDocumentEndAreUnderstood() {
        String map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n";
        assertEquals(
                List.of("a", "b", "c"),
                names("%YAML 1.1\n---\n" + map.formatted("a") + "...\n---\n" + map.formatted("b") + "--- # next\n"
                        + map.formatted("c")));
    }

    @Test
    void separatorInsideOfTextIsText() {
        ConfigMap map = (ConfigMap)
                read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  x: |\n    ---\n    a\n")
                        .objects()
                        .get(0);
        assertEquals("---\na\n", map.data().get("x"));
    }

    @Test
    void integralFloatIsAWholeNumberInYaml() {
        Pod pod = (Pod) read("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {priority: 3.0, containers: []}\n")
                .objects()
                .get(0);
        assertEquals(3, pod.spec().priority());
    }

    @Test
    void byteOrderMarkAndWindowsLinesAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("m.yaml");
        Files.writeString(file, "\ufeff" + TWO.replace("\n", "\r\n"));
        assertEquals(read(TWO).objects(), Manifest.read(file, Kinds.builtin()).objects());
    }

    @Test
    void fileThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("crawler.yaml"), TWO);

        assertEquals(folder + ": is a folder: name a file in it, such as " + file, refusal(folder));
        assertEquals(
                folder.resolve("crwaler.yaml") + ": there is no such file, did you mean " + file + "?",
                refusal(folder.resolve("crwaler.yaml")));
        assertEquals(
                folder.resolve("x/y.yaml") + ": there is no such file: there is no folder " + folder.resolve("x")
                        + " either",
                refusal(folder.resolve("x/y.yaml")));
    }

    @Test
    void fileThatIsNotUtf8IsRefused(@TempDir Path folder) throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.yaml"), "kind: a\nx: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Path wide = Files.write(folder.resolve("wide.yaml"), "kind: a".getBytes(StandardCharsets.UTF_16));
        Path cut = Files.write(folder.resolve("cut.yaml"), new byte[] {'a', (byte) 0xc3});

        assertEquals(latin + ":2: isn't UTF-8: byte 0xE9 can't stand here: save it as UTF-8", refusal(latin));
        assertEquals(wide + ":1: is UTF-16: save it as UTF-8", refusal(wide));
        assertEquals(cut + ":1: isn't UTF-8: byte 0xC3 can't stand here: save it as UTF-8", refusal(cut));
    }

    private static String refusal(Path file) {
        return assertThrows(ManifestException.class, () -> Manifest.read(file, Kinds.builtin()))
                .getMessage();
    }

    private static List<String> names(String text) {
        return read(text).objects().stream()
                .map(object -> object.metadata().name())
                .toList();
    }

    private static Manifest read(String text) {
        return Manifest.parse("m.yaml", text, Kinds.builtin());
    }
}
