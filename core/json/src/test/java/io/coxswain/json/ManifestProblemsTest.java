package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.coxswain.api.Kinds;
import io.coxswain.json.tree.Limits;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told about a manifest that is wrong. */
class ManifestProblemsTest {

    @Test
    void everyProblemOfEveryDocumentIsToldInTheOrderOfTheFile() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: crawler
                spec:
                  replica: 3
                  selector:
                    matchLabels: {app: crawler, version: 1.10}
                  template:
                    metadata:
                      lables: {}
                    spec:
                      containers:
                      - name: c
                        imagee: foo
                        command: sleep 5
                        env:
                        - name: A
                          value: yes
                        resources:
                          limits: {cpu: 1x}
                        ports:
                        - containerPort: "80"
                        - containerPort: 99999999999
                      hostNetwork: "true"
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                \tname: a
                ---
                apiVersion: apps/v1
                kind: Deploymnt
                metadata: {name: a, namespace: shop}
                """;
        assertEquals("""
                crawler.yaml:6: Deployment crawler: unknown field spec.replica, did you mean replicas?
                crawler.yaml:8: Deployment crawler: spec.selector.matchLabels[version]: is the number 1.10, must be text: write "1.10" in quotes
                crawler.yaml:11: Deployment crawler: unknown field spec.template.metadata.lables, did you mean labels?
                crawler.yaml:15: Deployment crawler: unknown field spec.template.spec.containers[0].imagee, did you mean image?
                crawler.yaml:16: Deployment crawler: spec.template.spec.containers[0].command: is the text "sleep 5", must be a list
                crawler.yaml:19: Deployment crawler: spec.template.spec.containers[0].env[0].value: is the boolean yes, must be text: write "yes" in quotes
                crawler.yaml:21: Deployment crawler: spec.template.spec.containers[0].resources.limits[cpu]: is the text "1x", must be a quantity, such as 500m, 2 or 1.5Gi
                crawler.yaml:23: Deployment crawler: spec.template.spec.containers[0].ports[0].containerPort: is the text "80", must be a whole number without quotes
                crawler.yaml:24: Deployment crawler: spec.template.spec.containers[0].ports[1].containerPort: is the number 99999999999, must be a whole number from -2147483648 to 2147483647
                crawler.yaml:25: Deployment crawler: spec.template.spec.hostNetwork: is the text "true", must be true or false without quotes
                crawler.yaml:30: isn't YAML: a tab can't indent: use spaces
                crawler.yaml:33: Deploymnt shop/a: unknown kind Deploymnt of apps/v1, did you mean Deployment?""".stripIndent(), messages("crawler.yaml", manifest));
    }

    static Stream<Arguments> oneProblem() {
        return Stream.of(
                arguments(
                        "kind: Pod\nmetadata: {name: a}",
                        "1: Pod a: apiVersion is missing: say which, such as apiVersion: v1"),
                arguments(
                        "apiVersion: v1\nmetadata: {name: a}",
                        "1: object a: kind is missing: say which, such as kind: Deployment"),
                arguments("apiVersion: v1\nkind: Pod", "1: Pod: metadata.name is missing: give the object a name"),
                arguments(
                        "apiVersion: v1\nkind: Pod\nmetadata: {namespace: x}",
                        "3: Pod: metadata.name is missing: give the object a name"),
                arguments(
                        "apiVersion: v1\nkind: Deployment\nmetadata: {name: a}",
                        "1: Deployment a: unknown apiVersion v1 of kind Deployment, did you mean apps/v1?"),
                arguments(
                        "apiVersion: v1\nkind: Gadget\nmetadata: {name: a}",
                        "2: Gadget a: unknown kind Gadget of v1: the known kinds are Pod, Service"),
                arguments(
                        "apiVersion: v1\nkind: [Pod]\nmetadata: {name: a}",
                        "2: object a: kind: is a list, must be text"),
                arguments("- a", "1: is a list, must be an object with apiVersion, kind and metadata"),
                arguments("hello", "1: is the text \"hello\", must be an object with apiVersion, kind and metadata"),
                arguments(
                        "# nothing\n---\n---\n",
                        " holds no object: write at least one, with apiVersion, kind and metadata.name"),
                arguments(
                        pod("spec: {containers: [{name: a}], nodeName: a, nodeName: b}"),
                        "4: Pod a: duplicate field spec.nodeName, first on line 4: keep one"),
                arguments(pod("containers: []"), "4: Pod a: unknown field containers, did you mean spec.containers?"),
                arguments(pod("xyzzy: 1"), "4: Pod a: unknown field xyzzy: the fields here are metadata, spec, status"),
                arguments(
                        pod("spec: {Nodename: a, containers: []}"),
                        "4: Pod a: unknown field spec.Nodename, did you mean nodeName?"),
                arguments(pod("spec: []"), "4: Pod a: spec: is a list, must be an object"),
                arguments(
                        pod("spec: {priority: 1.5, containers: []}"),
                        "4: Pod a: spec.priority: is the number 1.5, must be a whole number"),
                arguments(
                        pod("spec: {priority: 1e99999999999, containers: []}"),
                        "4: Pod a: spec.priority: is the text \"1e99999999999\", must be a whole number without quotes"),
                arguments(
                        pod("status: {startTime: yesterday}"),
                        "4: Pod a: status.startTime: is the text \"yesterday\", must be a time such as 2026-01-31T12:00:00Z"),
                arguments(
                        pod("spec: {nodeName: .inf, containers: []}"),
                        "4: .inf has no form in JSON: write a finite number, or quotes for text"),
                arguments(
                        pod("spec: {nodeName: *x, containers: []}"),
                        "4: isn't YAML: alias *x has no anchor &x before it"),
                arguments(pod("spec: &x {affinity: *x}"), "4: isn't YAML: alias *x stands inside of what it repeats"),
                arguments(
                        pod("spec: {<<: 5, containers: []}"),
                        "4: << is the number 5, must be an object or a list of objects"),
                arguments(
                        pod("spec: a: b"),
                        "4: isn't YAML: a \"name: value\" can't stand here: check the indentation, and quote a text that holds \": \""),
                arguments(
                        pod("spec: {nodeName: \"\u0007\"}"),
                        "4: isn't YAML: holds the character U+0007, which YAML doesn't allow: write it as an escape in double quotes"),
                arguments(pod("spec: " + "[".repeat(300)), "4: isn't YAML: nests deeper than 200 levels"),
                arguments("{\"a\": " + "[".repeat(300), "1: isn't JSON: nests deeper than 200 levels"),
                arguments(
                        pod("---\n" + pod("")),
                        "7: Pod a: is in this file twice, first on line 1: rename or remove one"),
                arguments(
                        "{\"apiVersion\": \"v1\",\n \"kind\": \"Pod\",\n \"metadata\" {}}",
                        "3: isn't JSON: Unexpected character ('{' (code 123)): was expecting a colon to separate field name and value"),
                arguments(
                        pod("spec: {nodeName: '" + "x".repeat(Limits.DOCUMENT_BYTES) + "'}"),
                        "1: the document is larger than 3 MiB: split it"));
    }

    @ParameterizedTest
    @MethodSource("oneProblem")
    void problemSaysWhereWhatAndWhatWouldBeRight(String manifest, String message) {
        Kinds known = Kinds.builtin();
        Kinds kinds = message.contains("Gadget") ? Kinds.of(known.named("po"), known.named("svc")) : known;
        ManifestException refusal =
                assertThrows(ManifestException.class, () -> Manifest.parse("m.yaml", manifest, kinds));
        assertEquals("m.yaml:" + message, refusal.getMessage());
    }

    @Test
    void laughsOfABillionAreCutShort() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 20; i++) {
            String former = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (former + ",").repeat(8) + former + "]\n");
        }
        assertEquals(
                "m.yaml:6: isn't YAML: aliases add more than 100000 values: write them out, or into several documents",
                messages("m.yaml", bomb.toString()));
    }

    @Test
    void oversizedObjectIsRefused() {
        String large = "x".repeat(Limits.OBJECT_BYTES / 2);
        assertEquals(
                "m.yaml:1: ConfigMap a: the object is larger than 1.5 MiB: split it, or keep its data elsewhere",
                messages(
                        "m.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: &a " + large + ", b: *a}\n"));
    }

    @Test
    void manyProblemsAreCounted() {
        String manifest = pod("") + "x: 1\n".repeat(150);
        ManifestException refusal =
                assertThrows(ManifestException.class, () -> Manifest.parse("m.yaml", manifest, Kinds.builtin()));
        assertEquals(150, refusal.problems().size());
        assertEquals(
                "and 50 more",
                refusal.getMessage().lines().skip(100).findFirst().orElse(""));
    }

    private static String pod(String more) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n" + more + "\n";
    }

    private static String messages(String source, String manifest) {
        return assertThrows(ManifestException.class, () -> Manifest.parse(source, manifest, Kinds.builtin()))
                .getMessage();
    }
}
