package io.coxswain.value;

import io.coxswain.value.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads and writes quantities; see {@code apimachinery/pkg/api/resource/quantity.go} and {@code suffix.go}. */
final class QuantityText {
    private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final int NANO = -9;
    private static final int EXA = 18;

    private static final long KIBI = 1_024;
    private static final int KIBI_BITS = 10;

    /** As many digits always fit 63 bits. */
    private static final int SHORT = 18;

    /** No sensible amount needs more digits or zeros, and larger ones cost memory. */
    private static final int LONGEST = 1_000;

    private final String text;
    private int at;

    private QuantityText(String text) {
        this.text = text;
    }

    static Quantity parse(String text) {
        return new QuantityText(text).parse();
    }

    private Quantity parse() {
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || (at < text.length() && text.charAt(at) == '+')) {
            at++;
        }
        int start = at;
        int whole = digits();
        int places = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            places = digits();
        }
        if (whole + places == 0 || text.length() > LONGEST) {
            throw refused();
        }
        String number = places == 0 ? text.substring(start, start + whole) : text.substring(start, at);
        return amount(negative, number, places, text.substring(at));
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private Quantity amount(boolean negative, String number, int places, String suffix) {
        int binary = suffix.isEmpty() ? -1 : position(BINARY, suffix);
        if (binary > 0) {
            BigDecimal amount =
                    signed(negative, number).multiply(new BigDecimal(BigInteger.ONE.shiftLeft(KIBI_BITS * binary)));
            return Quantity.ofBinary(amount);
        }
        int decimal = position(DECIMAL, suffix);
        Format format = decimal < 0 ? Format.DECIMAL_EXPONENT : Format.DECIMAL_SI;
        int exponent = decimal < 0 ? exponent(suffix) : NANO + 3 * decimal;
        int scale = places - exponent;
        if (scale >= 0 && scale <= Quantity.PLACES && number.length() <= SHORT) {
            long unscaled = Long.parseLong(places == 0 ? number : number.replace(".", ""));
            return Quantity.ofScaled(negative ? -unscaled : unscaled, scale, format);
        }
        return Quantity.of(signed(negative, number).scaleByPowerOfTen(exponent), format);
    }

    private static BigDecimal signed(boolean negative, String number) {
        BigDecimal amount = new BigDecimal(number);
        return negative ? amount.negate() : amount;
    }

    private static int position(String[] suffixes, String suffix) {
        for (int i = 0; i < suffixes.length; i++) {
            if (suffixes[i].equals(suffix)) {
                return i;
            }
        }
        return -1;
    }

    private int exponent(String suffix) {
        if (!suffix.matches("[eE][+-]?[0-9]{1,9}")) {
            throw refused();
        }
        int exponent = Integer.parseInt(suffix.substring(1));
        if (Math.abs(exponent) > LONGEST) {
            throw refused();
        }
        return exponent;
    }

    private IllegalArgumentException refused() {
        String shown = text.length() > 100 ? text.substring(0, 100) + "..." : text;
        return new IllegalArgumentException(
                "\"" + shown + "\" isn't a quantity: a number with a suffix such as 500m, 2, 1.5Gi or 1e3 is one");
    }

    /** The amount units * 10^exponent, for an exponent that is a multiple of three. */
    static String write(long units, int exponent, Format format) {
        if (units == 0) {
            return "0";
        }
        if (format == Format.BINARY_SI && exponent == 0 && (units >= KIBI || units <= -KIBI)) {
            int kibis = Long.numberOfTrailingZeros(units) / KIBI_BITS;
            return (units >> KIBI_BITS * kibis) + BINARY[kibis];
        }
        long digits = units;
        int shown = exponent;
        while (digits % 1_000 == 0) {
            digits /= 1_000;
            shown += 3;
        }
        return format == Format.DECIMAL_EXPONENT
                ? withExponent(Long.toString(digits), shown)
                : digits + DECIMAL[(shown - NANO) / 3];
    }

    /** An amount that isn't zero, of any size. */
    static String write(BigDecimal any, Format format) {
        BigDecimal amount = any.stripTrailingZeros();
        boolean binary = format == Format.BINARY_SI
                && amount.scale() <= 0
                && amount.abs().compareTo(BigDecimal.valueOf(KIBI)) >= 0;
        return binary ? writeBinary(amount.toBigIntegerExact()) : writeDecimal(amount, format);
    }

    private static String withExponent(String digits, int exponent) {
        return exponent == 0 ? digits : digits + "e" + exponent;
    }

    private static String writeBinary(BigInteger units) {
        int kibis = Math.min(units.getLowestSetBit() / KIBI_BITS, BINARY.length - 1);
        return units.shiftRight(KIBI_BITS * kibis) + BINARY[kibis];
    }

    private static String writeDecimal(BigDecimal stripped, Format format) {
        int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
        if (format == Format.DECIMAL_EXPONENT) {
            String digits = stripped.movePointLeft(exponent).toBigIntegerExact().toString();
            return withExponent(digits, exponent);
        }
        int shown = Math.min(exponent, EXA);
        String digits = stripped.movePointLeft(shown).toBigIntegerExact().toString();
        return digits + DECIMAL[(shown - NANO) / 3];
    }
}
