package io.coxswain.balancing;

import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CandidatesConformanceTest {
    private static final Map<Candidates.Hints, String> MODES = Map.of(
            Candidates.Hints.NONE, "",
            Candidates.Hints.SAME_NODE, "PreferSameNode",
            Candidates.Hints.SAME_ZONE, "PreferSameZone");

    private record Entry(List<String> addresses, Placement placement) {}

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> candidates() {
        return Conformance.cases("endpoints/candidates", (input, expect) -> {
            List<Entry> all = input.at("endpoints").items().stream()
                    .map(CandidatesConformanceTest::entry)
                    .toList();
            TrafficPolicy policy = TrafficPolicy.of(input.at("trafficPolicy").text());
            Locality client = new Locality(textOrNull(input.at("node")), textOrNull(input.at("zone")));

            Candidates<Entry> candidates = Candidates.of(all, Entry::placement, policy, client);

            expect.at("mode").judge(MODES.get(candidates.hints()));
            expect.at("candidates")
                    .judge(candidates.endpoints().stream()
                            .flatMap(entry -> entry.addresses().stream())
                            .sorted()
                            .toList());
        });
    }

    private static Entry entry(Json json) {
        Json conditions = json.at("conditions");
        Json hints = json.at("hints");
        return new Entry(
                json.at("addresses").texts(),
                new Placement(
                        bool(conditions.at("ready"), true),
                        bool(conditions.at("serving"), true),
                        bool(conditions.at("terminating"), false),
                        textOrNull(json.at("nodeName")),
                        names(hints.at("forNodes")),
                        names(hints.at("forZones"))));
    }

    private static List<String> names(Json list) {
        return list.exists()
                ? list.items().stream().map(each -> each.at("name").text()).toList()
                : List.of();
    }

    private static boolean bool(Json json, boolean otherwise) {
        return json.exists() ? json.bool() : otherwise;
    }

    private static String textOrNull(Json json) {
        return json.exists() ? json.text() : null;
    }
}
