package io.coxswain.json.patch;

import io.coxswain.schema.StrategicMerge;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the members of an object are merged by a strategic merge patch: what the components of its record say. */
final class MergeSchema {
    private static final ClassValue<MergeSchema> OF_RECORDS = new ClassValue<>() {
        @Override
        protected MergeSchema computeValue(Class<?> type) {
            return new MergeSchema(type);
        }
    };
    private static final String RETAIN_KEYS = "retainKeys";

    /** Of what isn't an object. */
    private static final MergeSchema NONE = new MergeSchema(Object.class);

    private final Map<String, Member> members = new LinkedHashMap<>();
    /** What every member is like in a map, whatever its name; null if this is no map. */
    private final @Nullable Member any;

    /**
     * One member.
     *
     * @param strategy {@code merge}, {@code replace} or empty
     * @param key the member by which elements of a list are told apart; empty if they are plain values
     * @param type the type of the value, or of a list's elements
     */
    record Member(String strategy, String key, Type type) {
        boolean isMerged() {
            return strategy.equals("merge");
        }

        boolean isReplaced() {
            return strategy.equals("replace");
        }

        /** Of the object, or of the list's elements. Looked up late: records may hold one another. */
        MergeSchema schema() {
            return MergeSchema.of(type);
        }
    }

    private MergeSchema(Class<?> type) {
        any = null;
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                members.put(wireName(component.getName()), member(component));
            }
        }
    }

    private MergeSchema(Member any) {
        this.any = any;
    }

    static MergeSchema of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? OF_RECORDS.get(plain) : NONE;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return new MergeSchema(new Member("", "", inside(generic.getActualTypeArguments()[1])));
        }
        return NONE;
    }

    private static String wireName(String component) {
        return component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
    }

    private static Member member(RecordComponent component) {
        StrategicMerge said = component.getAnnotation(StrategicMerge.class);
        Type type = inside(component.getGenericType());
        return said == null ? new Member("", "", type) : new Member(strategy(said), said.key(), type);
    }

    /** {@code retainKeys} says only that clients send a directive, which is followed wherever it stands. */
    private static String strategy(StrategicMerge said) {
        for (String each : said.value().split(",")) {
            if (!each.equals(RETAIN_KEYS)) {
                return each;
            }
        }
        return "";
    }

    private static Type inside(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    /** @throws PatchException if there is no such member */
    Member member(String name) {
        Member member = any == null ? members.get(name) : any;
        if (member == null) {
            throw PatchException.document(name, "unknown field \"" + name + "\"");
        }
        return member;
    }
}
