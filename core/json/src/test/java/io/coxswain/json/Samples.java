package io.coxswain.json;

import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.AsText;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.value.Bytes;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import io.coxswain.value.RawJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes records with anything in them that their types allow, from a seed. */
final class Samples {
    private static final List<String> TEXTS = List.of(
            "",
            "web",
            "yes",
            "n",
            "~",
            "null",
            "0777",
            "0x1F",
            "1e3",
            "1.10",
            ".5",
            ".nan",
            "1:30",
            "2024-01-01",
            "a: b",
            "a:",
            ": a",
            "- a",
            "-",
            "--- ",
            "---",
            "...",
            "#a",
            "a #b",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "\"a\"",
            "'a'",
            "{a}",
            "[a]",
            "a, b",
            "?",
            "? a",
            "=",
            "<<",
            " a",
            "a ",
            "a\n",
            "\na",
            "a\nb\n",
            "a \nb",
            "a\n\n b",
            "\ta",
            "a\tb",
            "a\r\nb",
            "\\",
            "\u0000",
            "\u0007",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u00e9",
            "\u03a9",
            "\ud83d\ude80",
            "true",
            "x".repeat(300),
            "a\nb: c\n- d",
            "key: |\n  text\n",
            "\u001b[0m",
            "a\u00a0b",
            "\u007f");
    private static final List<String> QUANTITIES =
            List.of("0", "1", "500m", "1.5Gi", "1e3", "-3", "100n", "12E", "0.5", "64Mi", "9223372036854775807");
    private static final List<String> RAW = List.of(
            "{}", "[]", "1", "-1.5", "true", "\"a\\n\\u0000\"", "{\"f:a\":{\".\":{},\"k\":[null,1,\"x\"]}}", "\"yes\"");
    private static final int DEEP = 5;

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    <R extends Resource<R>> R object(Class<R> type) {
        return type.cast(record(type, 0));
    }

    Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component(component, depth))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private Object component(RecordComponent component, int depth) {
        if (component.isAnnotationPresent(AsText.class)) {
            return (long) random.nextInt(Integer.MAX_VALUE);
        }
        boolean neverNull = component.isAnnotationPresent(AlwaysWritten.class) && component.getType() != Instant.class;
        boolean maybeNull = !component.getType().isPrimitive()
                && (component.getType() != String.class || component.isAnnotationPresent(EmptyIsValue.class));
        boolean dropped = random.nextInt(DEEP) < depth + 1;
        return maybeNull && !neverNull && dropped ? null : value(component.getGenericType(), depth);
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0], depth) : map(arguments[1], depth);
        }
        if (type instanceof Class<?> plain
                && plain.isRecord()
                && plain != IntOrString.class
                && plain != RawJson.class) {
            return record(plain, depth + 1);
        }
        return scalar(type);
    }

    private List<Object> list(Type element, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(Math.max(1, DEEP - depth)); i > 0; i--) {
            list.add(value(element, depth + 1));
        }
        return list;
    }

    private Map<String, Object> map(Type element, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(DEEP); i > 0; i--) {
            map.put(text(), value(element, depth + 1));
        }
        return map;
    }

    private Object scalar(Type type) {
        if (type == String.class) {
            return text();
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt() >> random.nextInt(32);
        }
        if (type == long.class || type == Long.class) {
            return random.nextLong() >> random.nextInt(64);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000));
        }
        if (type == Quantity.class) {
            return Quantity.parse(one(QUANTITIES));
        }
        if (type == IntOrString.class) {
            return random.nextBoolean() ? IntOrString.of(random.nextInt()) : IntOrString.of(text());
        }
        if (type == RawJson.class) {
            return new RawJson(one(RAW));
        }
        if (type == Bytes.class) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            return Bytes.of(bytes);
        }
        throw new IllegalArgumentException("no sample of " + type);
    }

    private String text() {
        return random.nextInt(3) == 0 ? one(TEXTS) + one(TEXTS) : one(TEXTS);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
