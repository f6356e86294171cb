package io.coxswain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void timesAreCutToWhatTheWireCarries() {
        Instant fine = Instant.parse("2026-01-02T03:04:05.123456789Z");
        assertEquals(Instant.parse("2026-01-02T03:04:05Z"), Times.seconds(fine));
        assertEquals(Instant.parse("2026-01-02T03:04:05.123456Z"), Times.micros(fine));
        assertNull(Times.seconds(null));
        assertNull(Times.micros(null));
        Instant whole = Times.seconds(fine);
        assertSame(whole, Times.seconds(whole));
    }

    @Test
    void bytesAreAValueAndKeepTheirContentOutOfMessages() {
        byte[] array = {1, 2, 3};
        Bytes bytes = Bytes.of(array);
        array[0] = 9;
        assertEquals(Bytes.ofBase64("AQID"), bytes);
        assertEquals(Bytes.ofBase64("AQID").hashCode(), bytes.hashCode());
        assertEquals("AQID", bytes.base64());
        assertEquals("3 bytes", bytes.toString());
        assertEquals("pässword", Bytes.ofUtf8("pässword").utf8());
        assertNotEquals(Bytes.EMPTY, bytes);
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofBase64("A"));
    }

    @Test
    void aPercentageOfALargeTotalDoesNotOverflow() {
        assertEquals(1_073_741_824, IntOrString.percent(50).scaled(Integer.MAX_VALUE, RoundingMode.CEILING));
        assertEquals("50%", IntOrString.percent(50).toString());
        assertEquals(IntOrString.of("http"), new IntOrString(7, "http"));
        assertFalse(IntOrString.of("http").isNumber());
        assertTrue(IntOrString.of(80).isNumber());
    }
}
