package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.Kinds;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.conformance.Conformance;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problem;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.Required;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequiredFieldsTest {
    /** A kind of a user, without validation. */
    public record Site(ObjectMeta metadata, Spec spec, Status status) implements Resource<Site> {
        public record Spec(@Required String host, @Required int port, List<Page> pages) {}

        public record Page(@Required String path) {}

        public record Status(@Required String phase) {}

        static final Kind<Site> KIND = Kind.namespaced("example.com/v1", "Site", Site.class);
    }

    @Test
    void missingFieldsAreReportedWithPathAndLine() {
        assertProblems("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  template:
                    spec:
                      containers:
                      - image: app:1
                        ports:
                        - protocol: UDP
                        env: [{value: "1"}]
                status:
                  conditions: [{type: Available}]
                """, """
                m.yaml:4: Deployment web: spec.selector: Required value
                m.yaml:8: Deployment web: spec.template.spec.containers[0].name: Required value
                m.yaml:10: Deployment web: spec.template.spec.containers[0].ports[0].containerPort: Required value
                m.yaml:11: Deployment web: spec.template.spec.containers[0].env[0].name: Required value""");
    }

    @Test
    void userKindsAreCheckedToo() {
        assertProblems("""
                apiVersion: example.com/v1
                kind: Site
                metadata: {name: a}
                spec:
                  host: null
                  pages:
                  - {}
                status: {}
                """, """
                m.yaml:4: Site a: spec.port: Required value
                m.yaml:5: Site a: spec.host: Required value
                m.yaml:7: Site a: spec.pages[0].path: Required value""");
    }

    @Test
    void zeroIsThere() {
        Manifest manifest = parse("""
                {"apiVersion": "example.com/v1", "kind": "Site", "metadata": {"name": "a"}, "spec": {"host": "", "port": 0}}""");
        assertEquals(1, manifest.objects().size());
    }

    /** Validation is the judge: what it takes, no field is missing in. */
    @Test
    void whatKubernetesTakesIsComplete() throws IOException {
        Path table = Conformance.folder().resolve("api/validation.json");
        Assumptions.assumeTrue(Files.exists(table));
        List<Executable> checks = new ArrayList<>();
        JsonObject content = (JsonObject) JsonValue.parse(Files.readString(table));
        for (JsonValue each : ((JsonArray) content.get("cases")).elements()) {
            JsonObject one = (JsonObject) each;
            JsonObject object = (JsonObject) ((JsonObject) one.get("input")).get("object");
            boolean taken = ((JsonObject) one.get("expect")).get("errors").equals(JsonArray.of(List.of()));
            if (taken && Kinds.builtin().find(object.textOf("apiVersion"), object.textOf("kind")) != null) {
                checks.add(() -> assertDoesNotThrow(() -> parse(object.toString()), () -> one.textOf("name")));
            }
        }
        assertAll(checks);
    }

    private static void assertProblems(String manifest, String expected) {
        ManifestException refusal = assertThrows(ManifestException.class, () -> parse(manifest));
        assertEquals(
                expected,
                String.join(
                        "\n", refusal.problems().stream().map(Problem::toString).toList()));
    }

    private static Manifest parse(String text) {
        return Manifest.parse("m.yaml", text, Kinds.builtin().with(Site.KIND));
    }
}
