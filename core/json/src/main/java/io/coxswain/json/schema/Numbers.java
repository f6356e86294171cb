package io.coxswain.json.schema;

import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The exact values of numbers that a double can hold in size; arithmetic with larger exponents could take for ever. */
public final class Numbers {
    /** Beyond that a double is infinite or zero. */
    private static final int MOST_DIGITS = 400;

    private Numbers() {}

    /** Null if it is none of these. */
    static @Nullable BigDecimal exact(JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return null;
        }
        try {
            BigDecimal exact = number.toBigDecimal();
            boolean fits = Math.abs((long) exact.precision() - exact.scale()) <= MOST_DIGITS;
            return exact.signum() == 0 ? BigDecimal.ZERO : fits ? exact : null;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** The value of a whole number, which 2.0 is too; null if it is none, or doesn't fit. */
    public static @Nullable Long whole(JsonValue value) {
        BigDecimal exact = exact(value);
        try {
            return exact == null ? null : exact.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static boolean isWhole(JsonValue value) {
        BigDecimal exact = exact(value);
        return exact != null && exact.stripTrailingZeros().scale() <= 0;
    }
}
