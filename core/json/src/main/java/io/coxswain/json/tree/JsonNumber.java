package io.coxswain.json.tree;

import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A JSON number. Its digits are kept as they were written; equal means equal in value. */
public final class JsonNumber extends JsonValue {
    private final String literal;
    private final String written;

    JsonNumber(int line, String literal, String written) {
        super(line);
        this.literal = literal;
        this.written = written;
    }

    /**
     * A number that was read.
     *
     * @param literal the number in JSON
     * @param written the number as its author wrote it
     */
    public static JsonNumber at(int line, String literal, String written) {
        return new JsonNumber(line, literal, written);
    }

    /** A whole number. */
    public static JsonNumber of(long number) {
        String literal = Long.toString(number);
        return new JsonNumber(0, literal, literal);
    }

    /** A decimal number. */
    public static JsonNumber of(BigDecimal number) {
        String literal = number.toString();
        return new JsonNumber(0, literal, literal);
    }

    /** The number as JSON. */
    public String literal() {
        return literal;
    }

    /** The number as its author wrote it, which in YAML may be {@code 0x1F}. */
    public String written() {
        return written;
    }

    /**
     * The exact value.
     *
     * @throws ArithmeticException if its exponent is beyond what the JDK's numbers can hold
     */
    public BigDecimal toBigDecimal() {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException e) {
            throw new ArithmeticException(literal + " has an exponent beyond 2^31");
        }
    }

    /** Whether the value has no fraction, as far as its notation shows it. */
    public boolean looksWhole() {
        return literal.indexOf('.') < 0 && literal.indexOf('e') < 0 && literal.indexOf('E') < 0;
    }

    /** The value if it is written without fraction and exponent and fits; otherwise null. */
    public @Nullable Long wholeNumber() {
        for (int i = literal.startsWith("-") ? 1 : 0; i < literal.length(); i++) {
            if (literal.charAt(i) < '0' || literal.charAt(i) > '9') {
                return null;
            }
        }
        try {
            return Long.valueOf(literal);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public JsonNumber atLine(int other) {
        return new JsonNumber(other, literal, written);
    }

    @Override
    public String describe() {
        return "the number " + written;
    }

    @Override
    public void writeTo(JsonSink sink) throws IOException {
        sink.number(literal);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNumber number && (literal.equals(number.literal) || sameValue(number));
    }

    private boolean sameValue(JsonNumber number) {
        try {
            return toBigDecimal().compareTo(number.toBigDecimal()) == 0;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** Equal numbers are equal as double precision numbers too. */
    @Override
    public int hashCode() {
        return Double.hashCode(Double.parseDouble(literal) + 0.0);
    }
}
