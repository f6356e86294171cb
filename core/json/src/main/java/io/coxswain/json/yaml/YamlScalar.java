package io.coxswain.json.yaml;

import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML scalar means to Kubernetes, which reads YAML 1.1 by {@code sigs.k8s.io/yaml}: {@code yes} and {@code on} are
 * booleans, {@code 0777} and {@code 0o777} are octal, {@code 1:30} and dates are text.
 */
final class YamlScalar {
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> NOT_JSON = Set.of(
            ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN");
    private static final String TAGS = "tag:yaml.org,2002:";
    private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(Long.SIZE);

    private YamlScalar() {}

    /** A scalar without quotes and without tag. */
    static JsonValue plain(int line, String text) {
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return JsonBoolean.at(line, TRUE.contains(text), text);
        }
        if (NULL.contains(text)) {
            return JsonNull.at(line);
        }
        if (NOT_JSON.contains(text)) {
            throw new YamlScalarException(text + " has no form in JSON: write a finite number, or quotes for text");
        }
        String number = number(text);
        return number == null ? JsonText.at(line, text) : JsonNumber.at(line, number, text);
    }

    /** A scalar with a tag such as {@code !!str}; one of a tag that YAML doesn't define is text. */
    static JsonValue tagged(int line, String tag, String text) {
        if (!tag.startsWith(TAGS)) {
            return JsonText.at(line, text);
        }
        return switch (tag.substring(TAGS.length())) {
            case "bool" -> require(plain(line, text), JsonBoolean.class, tag, text);
            case "null" -> require(plain(line, text), JsonNull.class, tag, text);
            case "int" -> whole(require(plain(line, text), JsonNumber.class, tag, text), tag);
            case "float" -> require(plain(line, text), JsonNumber.class, tag, text);
            case "binary" -> JsonText.at(line, decoded(text));
            default -> JsonText.at(line, text);
        };
    }

    private static <T extends JsonValue> T require(JsonValue value, Class<T> type, String tag, String text) {
        if (!type.isInstance(value)) {
            throw wrongTag(tag, text);
        }
        return type.cast(value);
    }

    private static JsonNumber whole(JsonNumber number, String tag) {
        String written = number.written();
        if (isFloat(written.replace("_", "")) && integer(written.replace("_", "")) == null) {
            throw wrongTag(tag, written);
        }
        return number;
    }

    private static YamlScalarException wrongTag(String tag, String text) {
        return new YamlScalarException(JsonText.quoted(text) + " isn't what its tag !!" + tag.substring(TAGS.length())
                + " says: correct or leave out the tag");
    }

    private static String decoded(String text) {
        try {
            return new String(
                    Base64.getDecoder().decode(text.replace("\n", "").replace(" ", "")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new YamlScalarException(JsonText.quoted(text) + " isn't base64, as its tag !!binary says");
        }
    }

    /** The number in JSON's notation; null if this is text. */
    private static @Nullable String number(String text) {
        char first = text.charAt(0);
        boolean maybe = isDigit(first) || first == '+' || first == '-' || first == '.';
        if (!maybe || (text.length() == 1 && !isDigit(first)) || text.startsWith("._")) {
            return null;
        }
        String digits = text.replace("_", "");
        String integer = first == '.' ? null : integer(digits);
        if (integer != null) {
            return integer;
        }
        return isFloat(digits) ? decimal(digits) : null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Integers as Go's {@code strconv.ParseInt} reads them with base 0, up to 64 bits without sign. */
    private static @Nullable String integer(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String body = signed ? text.substring(1) : text;
        int base = 10;
        String digits = body;
        if (body.length() > 1 && body.charAt(0) == '0') {
            base = switch (body.charAt(1)) {
                case 'x', 'X' -> 16;
                case 'b', 'B' -> 2;
                default -> 8;
            };
            digits = body.substring(Character.isLetter(body.charAt(1)) && (base != 8 || isOctalMark(body)) ? 2 : 1);
        }
        if (!isDigits(digits, base)) {
            return null;
        }
        BigInteger value = new BigInteger(digits, base);
        BigInteger result = text.startsWith("-") ? value.negate() : value;
        boolean fits = signed ? result.bitLength() < Long.SIZE : result.compareTo(UNSIGNED_LIMIT) < 0;
        return fits ? result.toString() : null;
    }

    private static boolean isOctalMark(String body) {
        return body.charAt(1) == 'o' || body.charAt(1) == 'O';
    }

    private static boolean isDigits(String text, int base) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 'z' || Character.digit(text.charAt(i), base) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}, without the cost of starting up regular expressions. */
    private static boolean isFloat(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int whole = digitsFrom(text, at);
        int fraction = 0;
        at += whole;
        if (at < text.length() && text.charAt(at) == '.') {
            fraction = digitsFrom(text, at + 1);
            at += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
            int exponent = digitsFrom(text, at);
            return exponent > 0 && at + exponent == text.length();
        }
        return at == text.length();
    }

    private static int digitsFrom(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** A double precision number as Go's {@code json.Marshal} writes it; null if it is too large for one. */
    private static @Nullable String decimal(String text) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return null;
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-6 && size < 1e21 ? exact.toPlainString() : scientific(exact);
    }

    private static String scientific(BigDecimal exact) {
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (exact.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+")
                + exponent;
    }
}
