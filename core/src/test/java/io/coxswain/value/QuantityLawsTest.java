package io.coxswain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.value.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Quantities against the decimal numbers that they stand for. */
class QuantityLawsTest {
    private static final BigDecimal CAP = BigDecimal.valueOf(Long.MAX_VALUE);

    @Property(tries = 500)
    void textIsReadBackAsTheSameAmount(@ForAll("quantities") Quantity quantity) {
        boolean capped =
                quantity.format() == Format.BINARY_SI && quantity.toBigDecimal().compareTo(CAP) > 0;
        Quantity read = Quantity.parse(quantity.toString());
        assertTrue(capped || read.equals(quantity), () -> quantity + " is read back as " + read);
        assertEquals(read.toString(), Quantity.parse(read.toString()).toString());
    }

    @Property(tries = 500)
    void everyAmountIsWrittenAsAnySizeIs(
            @ForAll long digits, @ForAll @IntRange(max = 9) int places, @ForAll Format format) {
        Quantity quantity = Quantity.of(BigDecimal.valueOf(digits, places), format);
        String text = quantity.isZero() ? "0" : QuantityText.write(quantity.toBigDecimal(), format);
        assertEquals(text, quantity.toString());
    }

    @Property(tries = 500)
    void finerThanABillionthIsRoundedAwayFromZero(@ForAll BigDecimal amount) {
        BigDecimal rounded = amount.setScale(9, RoundingMode.UP);
        assertEquals(0, rounded.compareTo(Quantity.of(amount, Format.DECIMAL_SI).toBigDecimal()));
    }

    @Property(tries = 500)
    void orderAndEqualityAreThoseOfAmounts(@ForAll("quantities") Quantity left, @ForAll("quantities") Quantity right) {
        int expected = left.toBigDecimal().compareTo(right.toBigDecimal());
        assertEquals(expected, Integer.signum(left.compareTo(right)));
        assertEquals(expected == 0, left.equals(right));
    }

    @Property(tries = 500)
    void theWayOfWritingDoesNotMatter(@ForAll("quantities") Quantity quantity, @ForAll Format format) {
        Quantity other = Quantity.of(quantity.toBigDecimal().setScale(9), format);
        assertEquals(quantity, other);
        assertEquals(quantity.hashCode(), other.hashCode());
        assertEquals(format, other.format());
    }

    @Property(tries = 500)
    void sumsAndDifferencesAreThoseOfAmounts(
            @ForAll("quantities") Quantity left, @ForAll("quantities") Quantity right) {
        BigDecimal sum = left.toBigDecimal().add(right.toBigDecimal());
        assertEquals(0, sum.compareTo(left.add(right).toBigDecimal()));
        assertEquals(left.add(right), right.add(left));
        assertEquals(left, left.add(right).subtract(right));
        assertEquals(left.subtract(right), right.subtract(left).negate());
        assertTrue(left.subtract(left).isZero());
        assertEquals(
                left.isZero() ? right.format() : left.format(), left.add(right).format());
    }

    @Property(tries = 500)
    void wholeUnitsAndThousandthsAreRoundedAwayFromZeroAndBounded(@ForAll("quantities") Quantity quantity) {
        assertEquals(bounded(quantity.toBigDecimal()), quantity.value());
        assertEquals(bounded(quantity.toBigDecimal().movePointRight(3)), quantity.milliValue());
        assertEquals(quantity.toBigDecimal().signum(), quantity.signum());
    }

    private static long bounded(BigDecimal amount) {
        BigInteger whole = amount.setScale(0, RoundingMode.UP).toBigInteger();
        return whole.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }

    @Property(tries = 500)
    void whatIsNoQuantityIsRefusedAndNothingElseHappens(
            @ForAll
                    @StringLength(max = 12)
                    @Chars({'0', '1', '9', '.', '-', '+', 'e', 'E', 'i', 'K', 'M', 'm', 'n', ' '})
                    String text) {
        try {
            Quantity.parse(Quantity.parse(text).toString());
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage().startsWith("\"" + text + "\" isn't a quantity"));
        }
    }

    @Test
    void amountsThatOnlyCostMemoryAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse("1e999999999"));
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse("1e-999999999"));
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse("9".repeat(100_000)));
    }

    @Test
    void factoriesWriteWhatSuitsTheResource() {
        assertEquals("1500m", Quantity.ofMillis(1500).toString());
        assertEquals("2", Quantity.ofMillis(2000).toString());
        assertEquals("1Gi", Quantity.ofBytes(1L << 30).toString());
        assertEquals("1G", Quantity.of(1_000_000_000).toString());
        assertEquals("0", Quantity.ZERO.toString());
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        Arbitrary<Long> edges = Arbitraries.of(
                0L,
                1L,
                -1L,
                999L,
                1000L,
                1023L,
                1024L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                1L << 40,
                Long.MAX_VALUE / 1000);
        Arbitrary<Long> unscaled = Arbitraries.oneOf(
                Arbitraries.longs(), edges, Arbitraries.longs().between(-5000, 5000));
        return Combinators.combine(unscaled, Arbitraries.integers().between(-12, 12), Arbitraries.of(Format.values()))
                .as((digits, scale, format) -> Quantity.of(BigDecimal.valueOf(digits, scale), format));
    }
}
