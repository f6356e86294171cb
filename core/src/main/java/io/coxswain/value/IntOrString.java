package io.coxswain.value;

import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number, or a text that stands for one: the name of a port, or a percentage.
 *
 * @param number the number, 0 if this is a text
 * @param text the text, null if this is a number
 */
public record IntOrString(int number, @Nullable String text) {
    /** The number 0, which stands for absence where Kubernetes has no other. */
    public static final IntOrString ZERO = new IntOrString(0, null);

    /** A text has no number. */
    public IntOrString {
        number = text == null ? number : 0;
    }

    /** A number. */
    public static IntOrString of(int number) {
        return new IntOrString(number, null);
    }

    /** A text such as {@code http} or {@code 25%}. */
    public static IntOrString of(String text) {
        return new IntOrString(0, text);
    }

    /** A percentage. */
    public static IntOrString percent(int percent) {
        return of(percent + "%");
    }

    // written out, as is hashCode: generated ones of a record that every start compares cost it milliseconds

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntOrString that && number == that.number && Objects.equals(text, that.text);
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        return 31 * number + Objects.hashCode(text);
    }

    /** Whether this is a number and not a text. */
    public boolean isNumber() {
        return text == null;
    }

    /**
     * The number itself, or the percentage of a total. As in Kubernetes'
     * {@code util/intstr.GetScaledValueFromIntOrPercent}.
     *
     * @param rounding how a share that isn't whole is rounded
     * @throws IllegalArgumentException if the text isn't a whole number followed by {@code %}
     */
    public int scaled(int total, RoundingMode rounding) {
        if (text == null) {
            return number;
        }
        long hundredfold = (long) percentage(text) * total;
        return (int) java.math.BigDecimal.valueOf(hundredfold, 2)
                .setScale(0, rounding)
                .longValue();
    }

    private static int percentage(String text) {
        if (!text.endsWith("%") || !text.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException("\"" + text + "\" is neither a number nor a percentage such as \"25%\"");
        }
        try {
            return Integer.parseInt(text.substring(0, text.length() - 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" isn't a whole number followed by %, such as \"25%\"", e);
        }
    }

    /** The number or the text, as on the wire but without quotes. */
    @Override
    public String toString() {
        return text == null ? Integer.toString(number) : text;
    }
}
