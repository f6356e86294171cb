package io.coxswain.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource: a decimal number of at most nine places and a preference for how it is written. As in
 * Kubernetes' {@code apimachinery/pkg/api/resource}.
 *
 * <p>Two quantities are equal if their amounts are, however they are written: {@code 1Gi} equals {@code 1073741824},
 * and replacing one by the other changes nothing. The text is always the canonical one: no fraction, and the largest
 * suffix that loses nothing.
 */
public final class Quantity implements Comparable<Quantity> {
    /** How a quantity is written. */
    public enum Format {
        /** Powers of 1024: {@code Ki} to {@code Ei}. */
        BINARY_SI,
        /** Powers of 1000: {@code n} to {@code E}. */
        DECIMAL_SI,
        /** An exponent that is a multiple of three: {@code 100e12}. */
        DECIMAL_EXPONENT
    }

    /** Nothing. */
    public static final Quantity ZERO = new Quantity(0, 0, null, Format.DECIMAL_SI);

    static final int PLACES = 9;
    private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MILLI = 3;

    /*
     * The amount is unscaled / 10^scale, where scale is the smallest of 0, 3 and 9 that suits; or it is large, where
     * none of the three fits 63 bits. So an amount has one representation, and equality is that of the fields.
     */
    private final long unscaled;
    private final int scale;
    private final @Nullable BigDecimal large;
    private final Format format;

    private Quantity(long unscaled, int scale, @Nullable BigDecimal large, Format format) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.large = large;
        this.format = format;
    }

    /** Whole units, written with decimal suffixes. */
    public static Quantity of(long units) {
        return new Quantity(units, 0, null, Format.DECIMAL_SI);
    }

    /** Thousandths, such as a processor's: 1500 is {@code 1500m}. */
    public static Quantity ofMillis(long millis) {
        return ofScaled(millis, MILLI, Format.DECIMAL_SI);
    }

    /** Bytes, written with binary suffixes: 1024 is {@code 1Ki}. */
    public static Quantity ofBytes(long bytes) {
        return new Quantity(bytes, 0, null, Format.BINARY_SI);
    }

    /** Any amount; what is finer than a billionth is rounded away from zero. */
    public static Quantity of(BigDecimal amount, Format format) {
        BigDecimal exact = amount.setScale(Math.min(amount.scale(), PLACES), RoundingMode.UP);
        BigDecimal stripped = exact.stripTrailingZeros();
        int places = stripped.scale() <= 0 ? 0 : stripped.scale() <= MILLI ? MILLI : PLACES;
        if (stripped.precision() - stripped.scale() + places <= 19) {
            BigDecimal shifted = stripped.movePointRight(places);
            if (shifted.toBigInteger().bitLength() < Long.SIZE) {
                return new Quantity(shifted.longValueExact(), places, null, format);
            }
        }
        return new Quantity(0, 0, stripped, format);
    }

    /**
     * Reads a quantity such as {@code 500m}, {@code 1.5Gi} or {@code 1e3}. Binary quantities are capped at 2^63-1.
     *
     * @throws IllegalArgumentException if the text isn't one
     */
    public static Quantity parse(String text) {
        return QuantityText.parse(text);
    }

    /** The amount unscaled / 10^scale, for a scale between 0 and nine. */
    static Quantity ofScaled(long unscaled, int scale, Format format) {
        if (unscaled % pow10(scale) == 0) {
            return new Quantity(unscaled / pow10(scale), 0, null, format);
        }
        if (scale <= MILLI) {
            return new Quantity(unscaled * pow10(MILLI - scale), MILLI, null, format).orLarge(unscaled, scale);
        }
        if (unscaled % pow10(scale - MILLI) == 0) {
            return new Quantity(unscaled / pow10(scale - MILLI), MILLI, null, format);
        }
        return new Quantity(unscaled * pow10(PLACES - scale), PLACES, null, format).orLarge(unscaled, scale);
    }

    private Quantity orLarge(long wanted, int wantedScale) {
        boolean fits = unscaled / pow10(scale - wantedScale) == wanted;
        return fits ? this : of(BigDecimal.valueOf(wanted, wantedScale), format);
    }

    /** What a parsed binary quantity becomes: capped, and written in decimal below one. */
    static Quantity ofBinary(BigDecimal amount) {
        Quantity rounded = of(amount.min(LARGEST_BINARY), Format.BINARY_SI);
        boolean fraction = rounded.signum() > 0 && rounded.compareTo(of(1)) < 0;
        return fraction ? rounded.in(Format.DECIMAL_SI) : rounded;
    }

    static long pow10(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** How this is written. */
    public Format format() {
        return format;
    }

    /** The same amount written in another way. */
    public Quantity in(Format other) {
        return other == format ? this : new Quantity(unscaled, scale, large, other);
    }

    /** Whole units, rounded away from zero; beyond 63 bits the largest or smallest of them. */
    public long value() {
        return scaledTo(0);
    }

    /** Thousandths, rounded away from zero; beyond 63 bits the largest or smallest of them. */
    public long milliValue() {
        return scaledTo(MILLI);
    }

    private long scaledTo(int places) {
        if (large == null && places >= scale) {
            long factor = pow10(places - scale);
            long product = unscaled * factor;
            if (Math.multiplyHigh(unscaled, factor) == product >> 63) {
                return product;
            }
        }
        BigDecimal shifted = toBigDecimal().movePointRight(places).setScale(0, RoundingMode.UP);
        if (shifted.toBigInteger().bitLength() < Long.SIZE) {
            return shifted.longValueExact();
        }
        return shifted.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /** The amount, exactly. */
    public BigDecimal toBigDecimal() {
        return large == null ? BigDecimal.valueOf(unscaled, scale) : large;
    }

    /** Whether there is less than a thousandth in it, which {@link #milliValue} would round up to one. */
    public boolean isFinerThanMillis() {
        return large == null ? scale > MILLI : large.scale() > MILLI;
    }

    /** Minus one, zero or one. */
    public int signum() {
        return large == null ? Long.signum(unscaled) : large.signum();
    }

    /** Whether the amount is zero. */
    public boolean isZero() {
        return signum() == 0;
    }

    /** The sum, written like this one, or like the other if this is zero. */
    public Quantity add(Quantity other) {
        Format written = isZero() ? other.format : format;
        if (large == null && other.large == null) {
            int common = Math.max(scale, other.scale);
            long left = unscaled * pow10(common - scale);
            long right = other.unscaled * pow10(common - other.scale);
            long sum = left + right;
            boolean exact = left / pow10(common - scale) == unscaled
                    && right / pow10(common - other.scale) == other.unscaled
                    && ((left ^ sum) & (right ^ sum)) >= 0;
            if (exact) {
                return ofScaled(sum, common, written);
            }
        }
        return of(toBigDecimal().add(other.toBigDecimal()), written);
    }

    /** The difference, written like this one, or like the other if this is zero. */
    public Quantity subtract(Quantity other) {
        return add(other.negate());
    }

    /** The same amount with the other sign. */
    public Quantity negate() {
        return large == null && unscaled != Long.MIN_VALUE
                ? new Quantity(-unscaled, scale, null, format)
                : of(toBigDecimal().negate(), format);
    }

    /** By amount. */
    @Override
    public int compareTo(Quantity other) {
        if (large != null || other.large != null) {
            return toBigDecimal().compareTo(other.toBigDecimal());
        }
        if (scale == other.scale) {
            return Long.compare(unscaled, other.unscaled);
        }
        int byUnits = Long.compare(units(), other.units());
        return byUnits != 0 ? byUnits : Long.compare(nanosBeyondUnits(), other.nanosBeyondUnits());
    }

    private long units() {
        return Math.floorDiv(unscaled, pow10(scale));
    }

    private long nanosBeyondUnits() {
        return Math.floorMod(unscaled, pow10(scale)) * pow10(PLACES - scale);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return large == null ? Long.hashCode(unscaled) * 31 + scale : large.hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return large == null ? QuantityText.write(unscaled, -scale, format) : QuantityText.write(large, format);
    }
}
