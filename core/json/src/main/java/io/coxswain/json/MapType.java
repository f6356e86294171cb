package io.coxswain.json;

import io.coxswain.value.Ordered;
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
        object.members().forEach((key, each) -> {
            int mark = binding.enterKey(key);
            Object item = each instanceof JsonNull ? element.zero() : element.bind(each, binding);
            binding.leave(mark);
            if (item != null) {
                bound.put(key, item);
            }
        });
        return Ordered.map(bound);
    }

    @Override
    void write(Object value, JsonSink to) {
        to.beginObject();
        ((Map<?, ?>) value).forEach((key, each) -> {
            to.name((String) key);
            element.write(each, to);
        });
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
