package io.coxswain.node.fields;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of a table of fields.
 *
 * @param <T> what has the field
 * @param field its name, with dots for fields in it
 * @param treatment what is done about it where it asks for something
 * @param asks what it asks for that isn't done, as texts; none if it is absent or asks for what is the case anyway
 * @param why the reason and the way out
 */
record FieldRule<T>(String field, Treatment treatment, Function<T, List<String>> asks, String why) {

    static <T> FieldRule<T> honoured(String field) {
        return new FieldRule<>(field, Treatment.HONOURED, any -> List.of(), "");
    }

    static <T> FieldRule<T> ignored(String field, Predicate<T> isAsked, String why) {
        return new FieldRule<>(field, Treatment.IGNORED, asked(isAsked), why);
    }

    static <T> FieldRule<T> ignoredEach(String field, Function<T, List<String>> asks, String why) {
        return new FieldRule<>(field, Treatment.IGNORED, asks, why);
    }

    static <T> FieldRule<T> refused(String field, Predicate<T> isAsked, String why) {
        return new FieldRule<>(field, Treatment.REFUSED, asked(isAsked), why);
    }

    static <T> FieldRule<T> refusedEach(String field, Function<T, List<String>> asks, String why) {
        return new FieldRule<>(field, Treatment.REFUSED, asks, why);
    }

    private static <T> Function<T, List<String>> asked(Predicate<T> isAsked) {
        return subject -> isAsked.test(subject) ? List.of("") : List.of();
    }

    /** What is to be told of a subject, with the path at which it stands. */
    List<FieldFinding> findings(String path, T subject) {
        return asks.apply(subject).stream()
                .map(value -> new FieldFinding(
                        treatment,
                        path + "." + field,
                        path + "." + field + ": " + (value.isEmpty() ? "" : value + ": ") + why))
                .toList();
    }
}
