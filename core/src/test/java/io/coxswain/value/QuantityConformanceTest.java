package io.coxswain.value;

import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class QuantityConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> quantities() {
        return Conformance.cases("api/quantity", (input, expect) -> {
            switch (input.at("op").text()) {
                case "parse" -> judgeParse(input.at("text").text(), expect);
                case "compare" -> expect.at("compare").judge(left(input).compareTo(right(input)));
                case "add" ->
                    expect.at("result").judge(left(input).add(right(input)).toString());
                case "subtract" ->
                    expect.at("result").judge(left(input).subtract(right(input)).toString());
                default ->
                    throw new AssertionError("unknown op " + input.at("op").text());
            }
        });
    }

    private static void judgeParse(String text, Json expect) {
        Quantity quantity;
        try {
            quantity = Quantity.parse(text);
        } catch (IllegalArgumentException refused) {
            expect.at("error").judge(true);
            return;
        }
        expect.at("canonical").judge(quantity.toString());
        expect.at("format").judge(name(quantity.format()));
        if (expect.has("value")) {
            expect.at("value").judge(quantity.value());
        }
        if (expect.has("milliValue")) {
            expect.at("milliValue").judge(quantity.milliValue());
        }
    }

    private static String name(Quantity.Format format) {
        return switch (format) {
            case BINARY_SI -> "BinarySI";
            case DECIMAL_SI -> "DecimalSI";
            case DECIMAL_EXPONENT -> "DecimalExponent";
        };
    }

    private static Quantity left(Json input) {
        return Quantity.parse(input.at("left").text());
    }

    private static Quantity right(Json input) {
        return Quantity.parse(input.at("right").text());
    }
}
