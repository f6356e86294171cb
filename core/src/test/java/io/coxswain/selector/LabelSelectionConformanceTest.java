package io.coxswain.selector;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.LabelSelectorRequirement;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LabelSelectionConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> selections() {
        return Conformance.cases("api/labelselector", (input, expect) -> {
            Map<String, String> labels = input.at("labels").textMap();
            LabelSelection selection;
            try {
                selection = input.has("selector")
                        ? LabelSelection.parse(input.at("selector").text())
                        : LabelSelection.of(selector(input.at("labelSelector")));
            } catch (IllegalArgumentException refused) {
                expect.at("error").judge(true);
                return;
            }
            expect.at("matches").judge(selection.matches(labels));
            if (expect.has("canonical")) {
                expect.at("canonical").judge(selection.toString());
            }
        });
    }

    private static @Nullable LabelSelector selector(Json json) {
        if (json.isNull()) {
            return null;
        }
        List<LabelSelectorRequirement> expressions = json.at("matchExpressions").items().stream()
                .map(each -> new LabelSelectorRequirement(
                        each.at("key").text(),
                        each.at("operator").text(),
                        each.at("values").texts()))
                .toList();
        return LabelSelector.of(json.at("matchLabels").textMap()).withMatchExpressions(expressions);
    }
}
