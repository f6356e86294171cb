package io.coxswain.resource;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form that the names of kinds have. */
final class KindNames {
    private static final Pattern API_VERSION = Pattern.compile("([a-z0-9.-]+/)?[a-z][a-z0-9]*");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private KindNames() {}

    /** @throws IllegalArgumentException if one of them has another form */
    static void requireValid(String apiVersion, String name) {
        if (!API_VERSION.matcher(apiVersion).matches()) {
            throw new IllegalArgumentException(
                    "apiVersion " + apiVersion + ": must be version or group/version, such as example.com/v1");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("kind " + name + ": must be in camel case, such as Website");
        }
    }

    /** The plural in lower case, guessed: {@code Ingress} gives {@code ingresses}. */
    static String pluralOf(String name) {
        String singular = name.toLowerCase(Locale.ROOT);
        if (singular.endsWith("s") || singular.endsWith("x") || singular.endsWith("ch")) {
            return singular + "es";
        }
        return singular.endsWith("y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s";
    }
}
