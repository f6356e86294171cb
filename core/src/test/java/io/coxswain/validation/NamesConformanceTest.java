package io.coxswain.validation;

import io.coxswain.conformance.Conformance;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NamesConformanceTest {
    private static final Map<String, NameRule> RULES = Map.of(
            "dns1123Label", Names::dns1123Label,
            "dns1123Subdomain", Names::dns1123Subdomain,
            "dns1035Label", Names::dns1035Label,
            "labelKey", Names::labelKey,
            "labelValue", Names::labelValue,
            "annotationKey", Names::annotationKey,
            "portName", Names::portName,
            "configMapKey", Names::configMapKey,
            "percent", Names::percent);

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> names() {
        return Conformance.cases("api/names", (input, expect) -> {
            NameRule rule = RULES.get(input.at("kind").text());
            expect.at("valid").judge(rule.problem(input.at("text").text()) == null);
        });
    }
}
