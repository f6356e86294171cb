package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.api.Kinds;
import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.coordination.v1.LeaseSpec;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import io.coxswain.value.RawJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wire form of single objects. */
class CodecTest {
    private static final Codec CODEC = Codec.strict();
    private static final String HEAD = "\"metadata\":{\"name\":\"a\"";

    @Test
    void apiVersionAndKindComeFirstAndAbsentFieldsAreLeftOut() {
        ConfigMap map = CODEC.read("{" + HEAD + "}}", ConfigMap.KIND);
        assertEquals(
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"creationTimestamp\":null}}",
                CODEC.toJson(map));
    }

    @Test
    void halfOfASurrogatePairIsKeptInUtf8() {
        ConfigMap map = ConfigMap.of("half", Map.of("text", "a\ud800b"));

        String json = new String(CODEC.toJsonBytes(map), StandardCharsets.UTF_8);

        assertEquals(map, CODEC.read(json, ConfigMap.KIND));
    }

    @Test
    void timesHaveWholeSecondsOrSixDigits() {
        Instant time = Instant.parse("2026-01-31T12:00:00.123456789Z");
        Lease lease = CODEC.read("{" + HEAD + "}}", Lease.KIND).withSpec(LeaseSpec.EMPTY.withRenewTime(time));
        Lease dated = lease.withMetadata(lease.metadata().withCreationTimestamp(time));
        assertEquals(
                "{\"apiVersion\":\"coordination.k8s.io/v1\",\"kind\":\"Lease\",\"metadata\":{\"name\":\"a\",\"creationTimestamp\":"
                        + "\"2026-01-31T12:00:00Z\"},\"spec\":{\"renewTime\":\"2026-01-31T12:00:00.123456Z\"}}",
                CODEC.toJson(dated));
        assertEquals(dated, CODEC.read(CODEC.toJson(dated), Lease.KIND));
    }

    @Test
    void timesOfOtherZonesAreRead() {
        Lease lease = CODEC.read("{" + HEAD + ",\"creationTimestamp\":\"2026-01-31T12:00:00.5+02:30\"}}", Lease.KIND);
        assertEquals(Instant.parse("2026-01-31T09:30:00Z"), lease.metadata().creationTimestamp());
    }

    @Test
    void revisionIsTextOnTheWire() {
        ConfigMap map = CODEC.read("{" + HEAD + ",\"resourceVersion\":\"42\"}}", ConfigMap.KIND);
        assertEquals(42, map.metadata().resourceVersion());
        assertEquals("\"42\"", member(CODEC.toTree(map), "metadata", "resourceVersion"));
    }

    @Test
    void emptyStructIsKeptWhereItDiffersFromNone() {
        Pod pod = CODEC.read(
                "{" + HEAD + "},\"spec\":{\"volumes\":[{\"name\":\"v\",\"emptyDir\":{}},{\"name\":\"w\"}]}}", Pod.KIND);
        assertEquals(
                "[{\"name\":\"v\",\"emptyDir\":{}},{\"name\":\"w\"}]", member(CODEC.toTree(pod), "spec", "volumes"));
    }

    @Test
    void mapsKeepTheirOrder() {
        String data = "{\"z\":\"1\",\"a\":\"2\",\"m\":\"3\"}";
        ConfigMap map = CODEC.read("{" + HEAD + "},\"data\":" + data + "}", ConfigMap.KIND);
        assertEquals(data, String.valueOf(CODEC.toTree(map).get("data")));
    }

    @Test
    void nullMeansAbsentAndZeroInsideOfLists() {
        Pod pod = CODEC.read(
                "{" + HEAD + "},\"spec\":{\"priority\":null,\"nodeSelector\":{\"a\":null},\"containers\":[null]}}",
                Pod.KIND);
        assertEquals(null, pod.spec().priority());
        assertEquals(Map.of("a", ""), pod.spec().nodeSelector());
        assertEquals("", pod.spec().containers().get(0).name());
    }

    @Test
    void numberOrTextKeepsWhichOfThem() {
        Service service = CODEC.read(
                "{" + HEAD
                        + "},\"spec\":{\"ports\":[{\"port\":80,\"targetPort\":\"8080\"},{\"port\":81,\"targetPort\":8080}]}}",
                Service.KIND);
        assertEquals(IntOrString.of("8080"), service.spec().ports().get(0).targetPort());
        assertEquals(IntOrString.of(8080), service.spec().ports().get(1).targetPort());
        assertEquals(service, CODEC.read(CODEC.toJson(service), Service.KIND));
    }

    @Test
    void lenientIgnoresWhatItDoesNotKnow() {
        String json = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\"," + HEAD
                + ",\"x\":1},\"data\":{\"a\":\"1\",\"a\":\"2\"},\"y\":{}}";
        ConfigMap map = Codec.lenient().read(json, ConfigMap.KIND);
        assertEquals(Map.of("a", "2"), map.data());
        ManifestException refusal = assertThrows(ManifestException.class, () -> CODEC.read(json, ConfigMap.KIND));
        assertEquals(3, refusal.problems().size());
    }

    @Test
    void lenientRefusesWrongTypes() {
        assertThrows(ManifestException.class, () -> Codec.lenient().read("{\"data\":[]}", ConfigMap.KIND));
    }

    @Test
    void objectOfAnotherKindIsRefused() {
        String json = CODEC.toJson(CODEC.read("{" + HEAD + "}}", ConfigMap.KIND));
        ManifestException refusal = assertThrows(ManifestException.class, () -> CODEC.read(json, Pod.KIND));
        assertEquals("line 1: Pod a: kind: is the text \"ConfigMap\", must be Pod", refusal.getMessage());
    }

    @Test
    void floatIsNoWholeNumberInJson() {
        assertThrows(ManifestException.class, () -> CODEC.read("{\"spec\":{\"priority\":3.0}}", Pod.KIND));
        assertThrows(ManifestException.class, () -> CODEC.read("{\"spec\":{\"priority\":1e2}}", Pod.KIND));
    }

    @Test
    void yamlQuotesWhatWouldBeReadOtherwise() {
        ConfigMap map = CODEC.read(
                "{" + HEAD
                        + "},\"data\":{\"yes\":\"no\",\"b\":\"0777\",\"c\":\"text\",\"d\":\"two\\nlines\\n\",\"e\":\"\"}}",
                ConfigMap.KIND);
        assertEquals("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: a
                  creationTimestamp: null
                data:
                  "yes": "no"
                  b: "0777"
                  c: text
                  d: |
                    two
                    lines
                  e: ""
                """, CODEC.toYaml(map));
    }

    @Test
    void kindOfTheUsersOwnIsReadAndWritten() {
        String json =
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Website\",\"metadata\":{\"name\":\"a\",\"creationTimestamp\":null},"
                        + "\"spec\":{\"replicas\":3,\"class\":\"gold\",\"mode\":\"FAST\",\"ratio\":0.5,\"memory\":\"1Gi\",\"parts\":[{\"name\":\"x\"}],"
                        + "\"byName\":{\"k\":{\"name\":\"y\"}},\"anything\":{\"b\":[1,null]}},\"status\":{}}";
        Website site = CODEC.read(json, Website.KIND);

        assertEquals(
                new Spec(
                        3,
                        "gold",
                        Mode.FAST,
                        0.5,
                        Quantity.parse("1Gi"),
                        List.of(new Part("x")),
                        Map.of("k", new Part("y")),
                        new RawJson("{\"b\":[1,null]}")),
                site.spec());
        assertEquals(json, CODEC.toJson(site));
        assertEquals(site, CODEC.read(json, Kinds.builtin().with(Website.KIND)));
    }

    @Test
    void absentSpecAndStatusAreRecordsWithNothingSet() {
        Website site = CODEC.read("{" + HEAD + "}}", Website.KIND);
        assertEquals(new Status(0), site.status());
        assertEquals(new Spec(0, "", null, 0, null, List.of(), Map.of(), null), site.spec());
    }

    @Test
    void whatTheRecordRefusesIsToldWithItsPlace() {
        ManifestException refusal = assertThrows(
                ManifestException.class,
                () -> CODEC.read("{" + HEAD + "},\n\"status\":\n{\"ready\":-1}}", Website.KIND));
        assertEquals("line 2: Website a: status: ready must be at least 0", refusal.getMessage());
    }

    @Test
    void wrongEnumNamesTheRightOnes() {
        ManifestException refusal =
                assertThrows(ManifestException.class, () -> CODEC.read("{\"spec\":{\"mode\":\"fast\"}}", Website.KIND));
        assertEquals(
                "line 1: Website: spec.mode: is the text \"fast\", must be one of FAST, SAFE", refusal.getMessage());
    }

    @Test
    void componentWithoutFormInJsonIsRefusedByName() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> CODEC.readPart(JsonObject.EMPTY, Strange.class));
        assertEquals(
                "record io.coxswain.json.CodecTest$Strange: component thread of type java.lang.Thread has no form in JSON: use text,"
                        + " numbers, booleans, Instant, Quantity, IntOrString, Bytes, RawJson, enums, records, and List or"
                        + " Map<String, ...> of these",
                refusal.getMessage());
    }

    @Test
    void equalNumbersAreEqual() {
        assertEquals(JsonValue.parse("[1, 1.0, 10e-1]"), JsonValue.parse("[1.0, 1, 1]"));
        assertEquals(JsonValue.parse("1").hashCode(), JsonValue.parse("1.0").hashCode());
        assertEquals(JsonValue.parse("1e99999999999"), JsonValue.parse("1e99999999999"));
    }

    private static String member(JsonObject tree, String part, String field) {
        return tree.get(part) instanceof JsonObject object ? String.valueOf(object.get(field)) : "";
    }

    enum Mode {
        FAST,
        SAFE
    }

    record Part(String name) {}

    record Spec(
            int replicas,
            String class_,
            Mode mode,
            double ratio,
            Quantity memory,
            List<Part> parts,
            Map<String, Part> byName,
            RawJson anything) {}

    record Status(int ready) {
        Status {
            if (ready < 0) {
                throw new IllegalArgumentException("ready must be at least 0");
            }
        }
    }

    record Website(ObjectMeta metadata, Spec spec, Status status) implements Resource<Website> {
        static final Kind<Website> KIND = Kind.namespaced("example.com/v1", "Website", Website.class);
    }

    record Strange(Thread thread) {}
}
