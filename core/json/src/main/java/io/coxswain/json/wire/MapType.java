package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.value.Ordered;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map from names to values of one type; keeps the order of the text. */
final class MapType extends WireType {
    private final WireType element;

    MapType(WireType element) {
        this.element = element;
    }

    @Override
    @Nullable
    Object bind(JsonValue value, Binding binding) {
        if (!(value instanceof JsonObject object)) {
            binding.wrong(value, "an object");
            return null;
        }
        RecordType.reportDuplicates(object, binding);
        Map<String, Object> bound = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            int mark = binding.enterKey(member.getKey());
            JsonValue each = member.getValue();
            Object item = each instanceof JsonNull ? element.zero() : element.bind(each, binding);
            binding.leave(mark);
            if (item != null) {
                bound.put(member.getKey(), item);
            }
        }
        return Ordered.map(bound);
    }

    @Override
    void write(Object value, JsonSink to) throws IOException {
        to.beginObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            to.name((String) entry.getKey());
            element.write(entry.getValue(), to);
        }
        to.endObject();
    }

    @Override
    Object zero() {
        return Map.of();
    }

    @Override
    Object absent() {
        return Map.of();
    }

    @Override
    boolean isLeftOut(Object value) {
        return ((Map<?, ?>) value).isEmpty();
    }
}
