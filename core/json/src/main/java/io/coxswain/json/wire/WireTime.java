package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Times as RFC 3339 has them, in UTC: whole seconds, or six digits of a second. By hand, because setting up the JDK's formatters
 * costs more time at the start than all the rest of a manifest.
 */
final class WireTime extends WireType {
    private static final int NANO_DIGITS = 9;

    private final boolean micros;

    private WireTime(boolean micros) {
        this.micros = micros;
    }

    /** Kubernetes' {@code Time}. */
    static WireTime seconds() {
        return new WireTime(false);
    }

    /** Kubernetes' {@code MicroTime}. */
    static WireTime micros() {
        return new WireTime(true);
    }

    @Override
    @Nullable
    Object bind(JsonValue value, Binding binding) {
        if (value instanceof JsonText text) {
            try {
                return new Scan(text.text()).instant();
            } catch (DateTimeException e) {
                // told below
            }
        }
        binding.wrong(value, "a time such as 2026-01-31T12:00:00Z");
        return null;
    }

    @Override
    void write(Object value, JsonSink to) throws IOException {
        to.text(text((Instant) value));
    }

    private String text(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(27);
        digits(text, utc.getYear(), 4).append('-');
        digits(text, utc.getMonthValue(), 2).append('-');
        digits(text, utc.getDayOfMonth(), 2).append('T');
        digits(text, utc.getHour(), 2).append(':');
        digits(text, utc.getMinute(), 2).append(':');
        digits(text, utc.getSecond(), 2);
        if (micros) {
            digits(text.append('.'), utc.get(ChronoField.MICRO_OF_SECOND), 6);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        text.append("0".repeat(Math.max(0, width - digits.length())));
        return text.append(digits);
    }

    @Override
    Object zero() {
        return Instant.EPOCH;
    }

    /** A walk over {@code 2026-01-31T12:00:00.123+01:00}. */
    private static final class Scan {
        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Instant instant() {
            int year = number(4);
            expect('-');
            int month = number(2);
            expect('-');
            int day = number(2);
            expect('T');
            int hour = number(2);
            expect(':');
            int minute = number(2);
            expect(':');
            int second = number(2);
            LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nanos());
            Instant instant = local.toInstant(offset());
            if (at != text.length()) {
                throw new DateTimeException(text);
            }
            return instant;
        }

        private int number(int width) {
            int number = 0;
            for (int i = 0; i < width; i++) {
                number = number * 10 + digit();
            }
            return number;
        }

        private int digit() {
            char c = next();
            if (c < '0' || c > '9') {
                throw new DateTimeException(text);
            }
            return c - '0';
        }

        private char next() {
            if (at == text.length()) {
                throw new DateTimeException(text);
            }
            return text.charAt(at++);
        }

        private void expect(char wanted) {
            if (next() != wanted) {
                throw new DateTimeException(text);
            }
        }

        private int nanos() {
            if (at == text.length() || text.charAt(at) != '.') {
                return 0;
            }
            at++;
            int nanos = 0;
            int digits = 0;
            do {
                int digit = digit();
                nanos = digits < NANO_DIGITS ? nanos * 10 + digit : nanos;
                digits++;
            } while (at < text.length() && Character.isDigit(text.charAt(at)));
            for (int i = digits; i < NANO_DIGITS; i++) {
                nanos *= 10;
            }
            return nanos;
        }

        private ZoneOffset offset() {
            char sign = next();
            if (sign == 'Z') {
                return ZoneOffset.UTC;
            }
            if (sign != '+' && sign != '-') {
                throw new DateTimeException(text);
            }
            int hours = number(2);
            expect(':');
            int minutes = number(2);
            return sign == '+'
                    ? ZoneOffset.ofHoursMinutes(hours, minutes)
                    : ZoneOffset.ofHoursMinutes(-hours, -minutes);
        }
    }
}
