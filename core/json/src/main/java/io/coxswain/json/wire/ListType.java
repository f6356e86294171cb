package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values of one type. */
final class ListType extends WireType {
    private final WireType element;

    ListType(WireType element) {
        this.element = element;
    }

    @Override
    @Nullable
    Object bind(JsonValue value, Binding binding) {
        if (!(value instanceof JsonArray array)) {
            binding.wrong(value, "a list");
            return null;
        }
        List<Object> bound = new ArrayList<>(array.elements().size());
        for (int i = 0; i < array.elements().size(); i++) {
            JsonValue each = array.elements().get(i);
            int mark = binding.enterIndex(i);
            Object item = each instanceof JsonNull ? element.zero() : element.bind(each, binding);
            binding.leave(mark);
            if (item != null) {
                bound.add(item);
            }
        }
        return List.copyOf(bound);
    }

    @Override
    void write(Object value, JsonSink to) throws IOException {
        to.beginArray();
        for (Object each : (List<?>) value) {
            element.write(each, to);
        }
        to.endArray();
    }

    @Override
    Object zero() {
        return List.of();
    }

    @Override
    Object absent() {
        return List.of();
    }

    @Override
    boolean isLeftOut(Object value) {
        return ((List<?>) value).isEmpty();
    }
}
