package io.coxswain.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The forms that Kubernetes gives to names; see {@code apimachinery/pkg/util/validation}. Each method is a
 * {@link NameRule}: it says what is wrong, or null. None allocates for a good name.
 */
public final class Names {
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final int PORT_NAME_LENGTH = 15;
    private static final String EMPTY = "must be non-empty";
    private static final String LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                    + " '-', and must start and end with an alphanumeric character (e.g. 'my-name', or '123-abc')";
    private static final String SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
            + " characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com')";
    private static final String LABEL_1035 =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-',"
                    + " start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name', or"
                    + " 'abc-123')";
    private static final String KEY_NAME =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'MyName', or 'my.name', or '123-abc')";
    private static final String VALUE = "a valid label must be an empty string or consist of alphanumeric characters,"
            + " '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', or 'my_value',"
            + " or '12345')";
    private static final String KEY_PARTS =
            "a qualified name must consist of a name with an optional DNS subdomain prefix"
                    + " and '/' (e.g. 'example.com/MyName')";

    private Names() {}

    /** A name of at most 63 characters of {@code a-z0-9-}, with a letter or digit at both ends. */
    public static @Nullable String dns1123Label(String text) {
        if (text.length() > LABEL_LENGTH) {
            return tooLong(LABEL_LENGTH);
        }
        return isDnsLabel(text, 0, text.length()) ? null : LABEL;
    }

    /** Labels with dots between them, at most 253 characters together: the form of most objects' names. */
    public static @Nullable String dns1123Subdomain(String text) {
        if (text.length() > SUBDOMAIN_LENGTH) {
            return tooLong(SUBDOMAIN_LENGTH);
        }
        return isSubdomain(text, text.length()) ? null : SUBDOMAIN;
    }

    /** As {@link #dns1123Label}, but with a letter at the start: the form of Services' names. */
    public static @Nullable String dns1035Label(String text) {
        if (text.length() > LABEL_LENGTH) {
            return tooLong(LABEL_LENGTH);
        }
        boolean letterFirst = !text.isEmpty() && isLower(text.charAt(0));
        return letterFirst && isDnsLabel(text, 0, text.length()) ? null : LABEL_1035;
    }

    /** The key of a label, also called a qualified name: a name with an optional prefix, {@code example.com/role}. */
    public static @Nullable String labelKey(String text) {
        int slash = text.indexOf('/');
        if (slash != text.lastIndexOf('/')) {
            return KEY_PARTS;
        }
        if (slash == 0) {
            return "prefix part " + EMPTY;
        }
        if (slash > SUBDOMAIN_LENGTH) {
            return "prefix part " + tooLong(SUBDOMAIN_LENGTH);
        }
        if (slash > 0 && !isSubdomain(text, slash)) {
            return "prefix part " + SUBDOMAIN;
        }
        int length = text.length() - slash - 1;
        if (length == 0) {
            return "name part " + EMPTY;
        }
        if (length > LABEL_LENGTH) {
            return "name part " + tooLong(LABEL_LENGTH);
        }
        return isLabelText(text, slash + 1) ? null : KEY_NAME;
    }

    /** The value of a label: empty, or at most 63 characters of {@code A-Za-z0-9-_.}. */
    public static @Nullable String labelValue(String text) {
        if (text.length() > LABEL_LENGTH) {
            return tooLong(LABEL_LENGTH);
        }
        return text.isEmpty() || isLabelText(text, 0) ? null : VALUE;
    }

    /** The key of an annotation: that of a label, but the case of the prefix doesn't matter. */
    public static @Nullable String annotationKey(String text) {
        return labelKey(text) == null ? null : labelKey(text.toLowerCase(Locale.ROOT));
    }

    /** The name of a container's port: at most 15 characters of {@code a-z0-9-}, a letter among them. */
    public static @Nullable String portName(String text) {
        if (text.length() > PORT_NAME_LENGTH) {
            return tooLong(PORT_NAME_LENGTH);
        }
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLower(c) && !isDigit(c) && c != '-') {
                return "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)";
            }
            letter |= isLower(c);
        }
        if (!letter) {
            return "must contain at least one letter (a-z)";
        }
        if (text.contains("--")) {
            return "must not contain consecutive hyphens";
        }
        boolean hyphenAtEnd = text.charAt(0) == '-' || text.charAt(text.length() - 1) == '-';
        return hyphenAtEnd ? "must not begin or end with a hyphen" : null;
    }

    /** A key of a ConfigMap or Secret: at most 253 characters of {@code A-Za-z0-9-_.}, fit for a file's name. */
    public static @Nullable String configMapKey(String text) {
        if (text.length() > SUBDOMAIN_LENGTH) {
            return tooLong(SUBDOMAIN_LENGTH);
        }
        boolean good = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            good &= isKeyCharacter(text.charAt(i));
        }
        if (!good) {
            return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name', or"
                    + " 'KEY_NAME', or 'key-name')";
        }
        if (text.equals(".")) {
            return "must not be '.'";
        }
        return text.startsWith("..") ? "must not start with '..'" : null;
    }

    /** The name of an environment variable: printable ASCII but {@code =} (KEP-4369). */
    public static @Nullable String environmentVariable(String text) {
        boolean good = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            good &= c >= ' ' && c <= '~' && c != '=';
        }
        return good
                ? null
                : "a valid environment variable name must consist only of printable ASCII characters but '='";
    }

    /** What can be part of a path: neither {@code .} nor {@code ..}, without {@code /} and {@code %}. */
    public static @Nullable String pathSegment(String text) {
        if (text.equals(".") || text.equals("..")) {
            return "may not be '" + text + "'";
        }
        boolean good = text.indexOf('/') < 0 && text.indexOf('%') < 0;
        return good ? null : "may not contain '/' or '%'";
    }

    /** A whole number without a sign, and a percent sign. */
    public static @Nullable String percent(String text) {
        int digits = text.length() - 1;
        boolean good = digits > 0 && text.charAt(digits) == '%';
        for (int i = 0; i < digits; i++) {
            good &= isDigit(text.charAt(i));
        }
        return good
                ? null
                : "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%', '93%')";
    }

    private static String tooLong(int limit) {
        return "must be no more than " + limit + " characters";
    }

    private static boolean isSubdomain(String text, int end) {
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || text.charAt(i) == '.') {
                if (!isDnsLabel(text, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isDnsLabel(String text, int start, int end) {
        if (start == end || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isLower(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabelText(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (!isKeyCharacter(text.charAt(i))) {
                return false;
            }
        }
        return isAlphanumeric(text.charAt(start)) && isAlphanumeric(text.charAt(text.length() - 1));
    }

    private static boolean isKeyCharacter(char c) {
        return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isAlphanumeric(char c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
