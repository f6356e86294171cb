package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum of a user's record: the constant's name is the text. */
final class EnumType extends WireType {
    private final Map<String, Object> constants = new LinkedHashMap<>();

    EnumType(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
    }

    @Override
    @Nullable
    Object bind(JsonValue value, Binding binding) {
        Object constant = value instanceof JsonText text ? constants.get(text.text()) : null;
        if (constant == null) {
            List<String> names = new ArrayList<>(constants.keySet());
            binding.wrong(value, names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names));
        }
        return constant;
    }

    @Override
    void write(Object value, JsonSink to) throws IOException {
        to.text(((Enum<?>) value).name());
    }

    @Override
    Object zero() {
        return constants.values().iterator().next();
    }
}
