package io.coxswain.value;

import io.coxswain.conformance.Conformance;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class IntOrStringConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> scaled() {
        return Conformance.cases("api/intorpercent", (input, expect) -> {
            IntOrString value = input.at("value").isNumber()
                    ? IntOrString.of(input.at("value").integer())
                    : IntOrString.of(input.at("value").text());
            RoundingMode rounding = input.at("roundUp").bool() ? RoundingMode.CEILING : RoundingMode.FLOOR;
            int total = input.at("total").integer();
            if (expect.has("error")) {
                expect.at("error").judge(refuses(value, total, rounding));
            } else {
                expect.at("scaled").judge(value.scaled(total, rounding));
            }
        });
    }

    private static boolean refuses(IntOrString value, int total, RoundingMode rounding) {
        try {
            value.scaled(total, rounding);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }
}
