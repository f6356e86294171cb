package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.coxswain.api.Kinds;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Limits;
import io.coxswain.json.tree.Problem;
import io.coxswain.json.tree.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** No text does more harm than a refusal that says something. */
class HostileTextTest {
    private static final String MEANINGFUL = "\0\t\n :-{}[],&*#?|>'\"%@`!<=~0e9x\u0085\ufeff\ud83d";
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: &m {name: web, labels: {app: web}, creationTimestamp: 2024-01-01T00:00:00Z}
            spec:
              replicas: 0x3
              selector: {matchLabels: {<<: {app: web}}}
              template:
                metadata: *m
                spec:
                  containers:
                  - name: c
                    image: |
                      registry/x:1
                    env: [{name: A, value: "yes"}, {name: B, value: 'it''s'}]
                    resources: {limits: {cpu: 1e0, memory: 1.5Gi}}
                    ports: [{containerPort: 80}]
            ---
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "data": {"a": "aGk="}}
            """;

    @Property(tries = 500)
    void bytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        Problems problems = new Problems("bytes");
        String text = TextFile.decode(bytes, problems);
        if (text != null) {
            readOrRefuse(text);
        }
    }

    @Property(tries = 1_000)
    void damagedManifestIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(MANIFEST);
        for (int i = random.nextInt(4); i >= 0; i--) {
            damage(text, random);
        }
        readOrRefuse(text.toString());
        readOrRefuse(text.substring(text.lastIndexOf("---") + 3));
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(3)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            default -> text.setCharAt(at, MEANINGFUL.charAt(random.nextInt(MEANINGFUL.length())));
        }
    }

    @Property(tries = 500)
    void jsonIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("{\"a\":[1,-2.5e3,true,null,\"x\\u0041\\n\"],\"b\":{\"c\":{}}}");
        damage(text, random);
        try {
            JsonValue.parse(text.toString());
        } catch (IllegalArgumentException e) {
            assertFalse(e.getMessage().isEmpty());
        }
    }

    private static void readOrRefuse(String text) {
        try {
            Manifest.parse("hostile.yaml", text, Kinds.builtin());
        } catch (ManifestException e) {
            assertFalse(e.problems().isEmpty());
            int lines = (int) text.chars().filter(c -> c == '\n').count() + 2;
            for (Problem problem : e.problems()) {
                assertFalse(problem.line() < 0 || problem.line() > lines, problem::toString);
                assertFalse(problem.text().contains("io.coxswain"), problem::toString);
            }
        }
        assertFalse(text.getBytes(StandardCharsets.UTF_8).length > Limits.DOCUMENT_BYTES);
    }
}
