package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.value.Bytes;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import io.coxswain.value.RawJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The types that aren't made of others. */
final class Scalars {
    private Scalars() {}

    static final class Text extends WireType {
        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            if (value instanceof JsonText text) {
                return text.text();
            }
            binding.wrong(value, "text" + quotingAdvice(value));
            return null;
        }

        private static String quotingAdvice(JsonValue value) {
            if (value instanceof JsonNumber number) {
                return ": write \"" + number.written() + "\" in quotes";
            }
            return value instanceof JsonBoolean bool ? ": write \"" + bool.written() + "\" in quotes" : "";
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.text((String) value);
        }

        @Override
        Object zero() {
            return "";
        }

        @Override
        Object absent() {
            return "";
        }

        @Override
        boolean isLeftOut(Object value) {
            return ((String) value).isEmpty();
        }
    }

    static final class Truth extends WireType {
        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            if (value instanceof JsonBoolean bool) {
                return bool.value();
            }
            binding.wrong(value, "true or false" + (value instanceof JsonText ? " without quotes" : ""));
            return null;
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.bool((Boolean) value);
        }

        @Override
        Object zero() {
            return false;
        }
    }

    /** Whole numbers of 32 or 64 bits. */
    static final class Whole extends WireType {
        private final long least;
        private final long most;

        Whole(long least, long most) {
            this.least = least;
            this.most = most;
        }

        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            Long number = value instanceof JsonNumber literal ? literal.wholeNumber() : null;
            if (number != null && number >= least && number <= most) {
                return boxed(number);
            }
            boolean outside = value instanceof JsonNumber literal && literal.looksWhole();
            String quotes = value instanceof JsonText ? " without quotes" : "";
            binding.wrong(value, "a whole number" + (outside ? " from " + least + " to " + most : quotes));
            return null;
        }

        private Object boxed(long number) {
            if (most == Long.MAX_VALUE) {
                return number;
            }
            return (int) number;
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.number(value.toString());
        }

        @Override
        Object zero() {
            return boxed(0);
        }
    }

    /** A 64-bit number that is text on the wire, as resource versions are. */
    static final class NumberAsText extends WireType {
        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            if (value instanceof JsonText text) {
                try {
                    return text.text().isEmpty() ? 0L : Long.parseLong(text.text());
                } catch (NumberFormatException e) {
                    // told below
                }
            }
            binding.wrong(value, "a whole number in quotes");
            return null;
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.text(value.toString());
        }

        @Override
        Object zero() {
            return 0L;
        }
    }

    static final class Decimal extends WireType {
        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            if (value instanceof JsonNumber number) {
                double parsed = Double.parseDouble(number.literal());
                if (!Double.isInfinite(parsed)) {
                    return parsed;
                }
            }
            binding.wrong(value, "a number" + (value instanceof JsonText ? " without quotes" : ""));
            return null;
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            double number = (Double) value;
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new IllegalArgumentException(number + " has no form in JSON: use a finite number");
            }
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
            to.number(whole ? Long.toString((long) number) : Double.toString(number));
        }

        @Override
        Object zero() {
            return 0.0;
        }
    }

    static final class Amount extends WireType {
        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            String text = value instanceof JsonText quoted
                    ? quoted.text()
                    : value instanceof JsonNumber number ? number.literal() : "";
            try {
                return Quantity.parse(text);
            } catch (IllegalArgumentException e) {
                binding.wrong(value, "a quantity, such as 500m, 2 or 1.5Gi");
                return null;
            }
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.text(value.toString());
        }

        @Override
        Object zero() {
            return Quantity.ZERO;
        }
    }

    static final class NumberOrText extends WireType {
        private static final Whole NUMBER = new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);

        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            if (value instanceof JsonText text) {
                return IntOrString.of(text.text());
            }
            if (value instanceof JsonNumber) {
                Object number = NUMBER.bind(value, binding);
                return number == null ? null : IntOrString.of((Integer) number);
            }
            binding.wrong(value, "a whole number or text, such as 8080, http or 25%");
            return null;
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            IntOrString either = (IntOrString) value;
            if (either.text() != null) {
                to.text(either.text());
            } else {
                to.number(Integer.toString(either.number()));
            }
        }

        @Override
        Object zero() {
            return IntOrString.ZERO;
        }
    }

    static final class Base64 extends WireType {
        @Override
        @Nullable
        Object bind(JsonValue value, Binding binding) {
            if (value instanceof JsonText text) {
                try {
                    return Bytes.ofBase64(text.text().replace("\n", "").replace("\r", ""));
                } catch (IllegalArgumentException e) {
                    binding.problem(
                            value.line(),
                            binding.path()
                                    + ": must be base64: encode the value, or use stringData if this is a Secret");
                    return null;
                }
            }
            binding.wrong(value, "text in base64");
            return null;
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.text(((Bytes) value).base64());
        }

        @Override
        Object zero() {
            return Bytes.EMPTY;
        }

        @Override
        Object absent() {
            return Bytes.EMPTY;
        }

        @Override
        boolean isLeftOut(Object value) {
            return ((Bytes) value).size() == 0;
        }
    }

    static final class Anything extends WireType {
        @Override
        Object bind(JsonValue value, Binding binding) {
            return new RawJson(value.toString());
        }

        @Override
        void write(Object value, JsonSink to) throws IOException {
            to.raw((RawJson) value);
        }

        @Override
        Object zero() {
            return RawJson.NULL;
        }
    }
}
