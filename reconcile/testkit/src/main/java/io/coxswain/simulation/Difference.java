package io.coxswain.simulation;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a write has changed, field by field, for a person. Revisions and generations aren't told. */
final class Difference {
    private static final int MOST = 8;
    private static final Set<String> UNTOLD = Set.of("resourceVersion", "generation", "managedFields");

    private final List<String> changes = new ArrayList<>();

    private Difference() {}

    /** The fields that differ, such as {@code spec.replicas: 1 -> 3}; empty if none does. */
    static String of(Record before, Record after) {
        Difference difference = new Difference();
        difference.compare("", before, after);
        List<String> changes = difference.changes;
        return changes.size() <= MOST
                ? String.join(", ", changes)
                : String.join(", ", changes.subList(0, MOST)) + " and " + (changes.size() - MOST) + " more";
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Record one && after instanceof Record other && one.getClass() == other.getClass()) {
            compareRecords(path, one, other);
        } else if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            Set<Object> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(other.keySet());
            keys.forEach(key -> compare(path + "[" + key + "]", one.get(key), other.get(key)));
        } else if (before instanceof List<?> one && after instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i));
            }
        } else {
            changes.add(path + ": " + text(before) + " -> " + text(after));
        }
    }

    private void compareRecords(String path, Record before, Record after) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            if (before instanceof ObjectMeta && UNTOLD.contains(component.getName())) {
                continue;
            }
            Method accessor = component.getAccessor();
            if (!accessor.trySetAccessible()) {
                changes.add(path + ": " + before + " -> " + after);
                return;
            }
            String inside = path.isEmpty() ? component.getName() : path + "." + component.getName();
            compare(inside, value(accessor, before), value(accessor, after));
        }
    }

    private static @Nullable Object value(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " of " + record, e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "absent" : value.equals("") ? "\"\"" : value.toString();
    }
}
