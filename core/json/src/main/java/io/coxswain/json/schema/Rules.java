package io.coxswain.json.schema;

import io.coxswain.json.schema.Schema.Rule;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.validation.FieldErrors;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the keywords demand of a value. Each looks at values of its own type only, as in JSON Schema. */
final class Rules {
    /** Makes the rule of a keyword from its argument; null if the argument is none of the keyword's. */
    @FunctionalInterface
    interface Factory {
        @Nullable
        Rule make(JsonValue argument, JsonObject schema);
    }

    static final Map<String, Factory> BY_KEYWORD = new LinkedHashMap<>();

    static {
        BY_KEYWORD.put("minimum", (argument, schema) -> bound(argument, isTrue(schema, "exclusiveMinimum"), 1));
        BY_KEYWORD.put("maximum", (argument, schema) -> bound(argument, isTrue(schema, "exclusiveMaximum"), -1));
        BY_KEYWORD.put("exclusiveMinimum", (argument, schema) -> flag(argument));
        BY_KEYWORD.put("exclusiveMaximum", (argument, schema) -> flag(argument));
        BY_KEYWORD.put("multipleOf", (argument, schema) -> multipleOf(argument));
        BY_KEYWORD.put("minLength", (argument, schema) -> least(argument, Rules::length, "characters"));
        BY_KEYWORD.put("maxLength", (argument, schema) -> most(argument, Rules::length, "characters"));
        BY_KEYWORD.put("minItems", (argument, schema) -> least(argument, Rules::items, "elements"));
        BY_KEYWORD.put("maxItems", (argument, schema) -> most(argument, Rules::items, "elements"));
        BY_KEYWORD.put("minProperties", (argument, schema) -> least(argument, Rules::members, "members"));
        BY_KEYWORD.put("maxProperties", (argument, schema) -> most(argument, Rules::members, "members"));
        BY_KEYWORD.put("pattern", (argument, schema) -> pattern(argument));
        BY_KEYWORD.put("enum", (argument, schema) -> oneOf(argument));
        BY_KEYWORD.put("required", (argument, schema) -> required(argument));
        BY_KEYWORD.put("uniqueItems", (argument, schema) -> flag(argument) == null ? null : unique(argument));
        BY_KEYWORD.put("format", (argument, schema) -> format(argument));
    }

    private Rules() {}

    private static @Nullable Rule flag(JsonValue argument) {
        return argument instanceof JsonBoolean ? (value, at) -> {} : null;
    }

    private static boolean isTrue(JsonObject schema, String keyword) {
        return schema.get(keyword) instanceof JsonBoolean flag && flag.value();
    }

    private static Rule numbers(BiConsumer<BigDecimal, FieldErrors> check) {
        return (value, at) -> {
            BigDecimal exact = Numbers.exact(value);
            if (exact != null) {
                check.accept(exact, at);
            }
        };
    }

    /** @param sign 1 for a lower bound, -1 for an upper one */
    private static @Nullable Rule bound(JsonValue argument, boolean exclusive, int sign) {
        BigDecimal bound = Numbers.exact(argument);
        if (bound == null) {
            return null;
        }
        String words = (sign > 0 ? "must be greater than " : "must be less than ") + (exclusive ? "" : "or equal to ");
        return numbers((number, at) -> {
            int order = number.compareTo(bound) * sign;
            if (order < 0 || (order == 0 && exclusive)) {
                at.invalid(number, words + argument);
            }
        });
    }

    private static @Nullable Rule multipleOf(JsonValue argument) {
        BigDecimal unit = Numbers.exact(argument);
        if (unit == null || unit.signum() <= 0) {
            return null;
        }
        return numbers((number, at) -> {
            if (number.remainder(unit).signum() != 0) {
                at.invalid(number, "must be a multiple of " + argument);
            }
        });
    }

    /** -1 stands for a value that has no such size. */
    private static int length(JsonValue value) {
        return value instanceof JsonText text
                ? text.text().codePointCount(0, text.text().length())
                : -1;
    }

    private static int items(JsonValue value) {
        return value instanceof JsonArray array ? array.elements().size() : -1;
    }

    private static int members(JsonValue value) {
        return value instanceof JsonObject object ? object.members().size() : -1;
    }

    private static @Nullable Rule least(JsonValue argument, ToIntFunction<JsonValue> size, String unit) {
        Long limit = argument instanceof JsonNumber number ? number.wholeNumber() : null;
        return limit == null
                ? null
                : (value, at) -> {
                    int actual = size.applyAsInt(value);
                    if (actual >= 0 && actual < limit) {
                        at.invalid(SchemaCheck.shown(value), "must have at least " + limit + " " + unit);
                    }
                };
    }

    private static @Nullable Rule most(JsonValue argument, ToIntFunction<JsonValue> size, String unit) {
        Long limit = argument instanceof JsonNumber number ? number.wholeNumber() : null;
        return limit == null
                ? null
                : (value, at) -> {
                    if (size.applyAsInt(value) > limit) {
                        at.invalid(SchemaCheck.shown(value), "must have at most " + limit + " " + unit);
                    }
                };
    }

    /** As in ECMAScript, the pattern may match anywhere. */
    private static @Nullable Rule pattern(JsonValue argument) {
        if (!(argument instanceof JsonText regex)) {
            return null;
        }
        Pattern pattern = Pattern.compile(regex.text());
        return (value, at) -> {
            if (value instanceof JsonText text && !pattern.matcher(text.text()).find()) {
                at.invalid(text.text(), "must match " + regex.text());
            }
        };
    }

    private static @Nullable Rule oneOf(JsonValue argument) {
        if (!(argument instanceof JsonArray choices)) {
            return null;
        }
        List<String> shown = choices.elements().stream()
                .map(choice -> SchemaCheck.shown(choice).toString())
                .toList();
        return (value, at) -> {
            if (!choices.elements().contains(value)) {
                at.notSupported(SchemaCheck.shown(value), shown);
            }
        };
    }

    private static @Nullable Rule required(JsonValue argument) {
        List<String> names = texts(argument);
        return names == null
                ? null
                : (value, at) -> {
                    for (String name : value instanceof JsonObject ? names : List.<String>of()) {
                        if (((JsonObject) value).get(name) == null) {
                            at.at(name).required("");
                        }
                    }
                };
    }

    /** The texts of a list; null if it is none, or has others. */
    static @Nullable List<String> texts(JsonValue list) {
        if (!(list instanceof JsonArray array)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            if (!(element instanceof JsonText text)) {
                return null;
            }
            texts.add(text.text());
        }
        return texts;
    }

    private static Rule unique(JsonValue argument) {
        boolean asked = argument instanceof JsonBoolean flag && flag.value();
        return (value, at) -> {
            if (asked && value instanceof JsonArray array) {
                LinkedHashSet<JsonValue> seen = new LinkedHashSet<>();
                for (int i = 0; i < array.elements().size(); i++) {
                    if (!seen.add(array.elements().get(i))) {
                        at.index(i).duplicate(SchemaCheck.shown(array.elements().get(i)));
                    }
                }
            }
        };
    }

    /** Formats that aren't known demand nothing, as in Kubernetes. */
    private static @Nullable Rule format(JsonValue argument) {
        if (!(argument instanceof JsonText format)) {
            return null;
        }
        return switch (format.text()) {
            case "int32" -> within(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> within(Long.MIN_VALUE, Long.MAX_VALUE);
            case "date-time" -> form(OffsetDateTime::parse, "must be a time such as 2026-01-31T12:00:00Z");
            case "byte" ->
                form(
                        text -> Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8)),
                        "must be base64 encoded");
            default -> (value, at) -> {};
        };
    }

    private static Rule within(long least, long most) {
        return numbers((number, at) -> {
            if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                at.invalid(number, "must be between " + least + " and " + most);
            }
        });
    }

    private static Rule form(ToObject read, String words) {
        return (value, at) -> {
            if (value instanceof JsonText text) {
                try {
                    Object unused = read.read(text.text());
                } catch (DateTimeException | IllegalArgumentException e) {
                    at.invalid(text.text(), words);
                }
            }
        };
    }

    /** Throws if the text isn't of the form. */
    @FunctionalInterface
    private interface ToObject {
        Object read(String text);
    }

    static Rule allOf(List<Schema> schemas) {
        return (value, at) -> schemas.forEach(schema -> SchemaCheck.check(schema, value, at));
    }

    static Rule anyOf(List<Schema> schemas) {
        return (value, at) -> {
            if (satisfied(schemas, value) == 0) {
                at.invalid(SchemaCheck.shown(value), "must satisfy at least one schema of anyOf");
            }
        };
    }

    static Rule exactlyOneOf(List<Schema> schemas) {
        return (value, at) -> {
            int count = satisfied(schemas, value);
            if (count != 1) {
                at.invalid(
                        SchemaCheck.shown(value),
                        "must satisfy exactly one schema of oneOf, and satisfies " + (count == 0 ? "none" : count));
            }
        };
    }

    static Rule not(Schema schema) {
        return (value, at) -> {
            if (satisfied(List.of(schema), value) == 1) {
                at.invalid(SchemaCheck.shown(value), "must not satisfy the schema of not");
            }
        };
    }

    private static int satisfied(List<Schema> schemas, JsonValue value) {
        int count = 0;
        for (Schema schema : schemas) {
            FieldErrors errors = FieldErrors.collect();
            SchemaCheck.check(schema, value, errors);
            count += errors.isEmpty() ? 1 : 0;
        }
        return count;
    }
}
