package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.AsText;
import io.coxswain.schema.EmptyIsValue;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.ListSet;
import io.coxswain.schema.Micros;
import io.coxswain.schema.Required;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Bytes;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import io.coxswain.value.RawJson;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FieldsConformanceTest {
    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(int.class, "int32"),
            Map.entry(Integer.class, "int32"),
            Map.entry(long.class, "int64"),
            Map.entry(Long.class, "int64"),
            Map.entry(double.class, "double"),
            Map.entry(Double.class, "double"),
            Map.entry(Bytes.class, "bytes"),
            Map.entry(Quantity.class, "Quantity"),
            Map.entry(IntOrString.class, "IntOrString"));
    private static final Set<String> OPAQUE = Set.of("RawExtension", "FieldsV1", "any");

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> fields() {
        return Conformance.cases(
                "api/fields",
                one -> record(one.input().at("type").text()) != null,
                (input, expect) -> judge(record(input.at("type").text()), expect));
    }

    private static @Nullable Class<?> record(String type) {
        try {
            return Class.forName("io.coxswain.api." + type.replace('/', '.'));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static void judge(Class<?> record, Json expect) throws ReflectiveOperationException {
        judgeTypes(record, expect.at("fields"));
        expect.at("required").judge(names(record, component -> has(component, Required.class)));
        expect.at("nullable").judge(names(record, FieldsConformanceTest::isNullable));
        expect.at("alwaysWritten").judge(names(record, component -> has(component, AlwaysWritten.class)));
        judgeMerging(record, expect);
        absentPartsAreEmpty(record);
    }

    private static void judgeTypes(Class<?> record, Json expected) {
        Map<String, String> types = new TreeMap<>();
        if (Resource.class.isAssignableFrom(record)) {
            // they live in the kind and on the wire
            types.put("apiVersion", "string");
            types.put("kind", "string");
        }
        for (RecordComponent component : record.getRecordComponents()) {
            types.put(wireName(component), wireType(component, expected));
        }
        expected.judge(types);
    }

    private static String wireName(RecordComponent component) {
        String name = component.getName();
        return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }

    private static String wireType(RecordComponent component, Json expected) {
        if (component.getType() == RawJson.class) {
            String wanted = expected.at(wireName(component)).text();
            return OPAQUE.contains(wanted) ? wanted : "opaque";
        }
        if (component.getType() == Instant.class) {
            return has(component, Micros.class) ? "MicroTime" : "Time";
        }
        return has(component, AsText.class) ? "string" : wireType(component.getGenericType());
    }

    private static String wireType(Type type) {
        if (type instanceof ParameterizedType collection) {
            Type[] arguments = collection.getActualTypeArguments();
            String element = wireType(arguments[arguments.length - 1]);
            return (collection.getRawType() == List.class ? "[]" : "map[string]") + element;
        }
        Class<?> plain = (Class<?>) type;
        return SCALARS.containsKey(plain)
                ? SCALARS.get(plain)
                : plain.getName().substring("io.coxswain.api.".length()).replace('.', '/');
    }

    /** A time is null where it is absent even if it is written then; all else is as in Go. */
    private static boolean isNullable(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return component.getType() == Instant.class ? nullable && !has(component, AlwaysWritten.class) : nullable;
    }

    private static List<String> names(Class<?> record, Predicate<RecordComponent> filter) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(record.getRecordComponents()).filter(filter).forEach(each -> names.add(wireName(each)));
        return List.copyOf(names);
    }

    private static void judgeMerging(Class<?> record, Json expect) {
        Map<String, Object> strategies = new TreeMap<>();
        Map<String, Object> lists = new TreeMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            StrategicMerge strategy = component.getAnnotation(StrategicMerge.class);
            if (strategy != null) {
                strategies.put(
                        wireName(component),
                        strategy.key().isEmpty()
                                ? Map.of("strategy", strategy.value())
                                : Map.of("strategy", strategy.value(), "key", strategy.key()));
            }
            if (expect.at("listType").has(wireName(component))) {
                lists.put(wireName(component), listType(component));
            }
        }
        assertEquals(expect.at("strategicMerge").fields().keySet(), strategies.keySet());
        expect.at("strategicMerge").judge(strategies);
        expect.at("listType").judge(lists);
    }

    private static Map<String, Object> listType(RecordComponent component) {
        ListMap map = component.getAnnotation(ListMap.class);
        if (map != null) {
            return Map.of("type", "map", "keys", List.of(map.value()));
        }
        return Map.of("type", has(component, ListSet.class) ? "set" : "atomic");
    }

    private static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
        return component.isAnnotationPresent(annotation);
    }

    /** What isn't nullable isn't null, whatever the constructor is given. */
    private static void absentPartsAreEmpty(Class<?> record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getDeclaredConstructor(types);
        Object empty = constructor.newInstance(
                Arrays.stream(types).map(FieldsConformanceTest::absent).toArray());
        for (RecordComponent component : components) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertNotNull(component.getAccessor().invoke(empty), component.toString());
            } else if (component.getType() == String.class && !has(component, EmptyIsValue.class)) {
                throw new AssertionError(component + " may be null, so its empty text must be a value");
            }
        }
    }

    private static @Nullable Object absent(Class<?> type) {
        // an array's default element is what absence is for its type
        return Array.get(Array.newInstance(type, 1), 0);
    }
}
