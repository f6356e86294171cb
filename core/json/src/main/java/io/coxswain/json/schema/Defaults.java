package io.coxswain.json.schema;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in the defaults of a schema, as {@code apiextensions-apiserver/pkg/apiserver/schema/defaulting}: where a member is left out,
 * or null and may not be. Other nulls that may not be are left out.
 */
public final class Defaults {
    private Defaults() {}

    /** The value with its defaults; itself if it has them. */
    public static JsonValue fill(Schema schema, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object(schema, object);
        }
        return value instanceof JsonArray array ? array(schema.element(), array) : value;
    }

    /** The object with its defaults; itself if it has them. */
    public static JsonObject object(Schema schema, JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            @Nullable Schema known = schema.member(member.getKey());
            JsonValue old = member.getValue();
            @Nullable JsonValue filled = known == null ? old : given(known, old);
            same &= filled == old;
            if (filled != null) {
                members.put(member.getKey(), filled);
            }
        }
        for (Map.Entry<String, Schema> named : schema.members().named().entrySet()) {
            JsonValue absent = named.getValue().defaultValue();
            if (absent != null && !members.containsKey(named.getKey())) {
                members.put(named.getKey(), fill(named.getValue(), absent));
                same = false;
            }
        }
        return same ? object : JsonObject.of(members);
    }

    private static @Nullable JsonValue given(Schema schema, JsonValue value) {
        if (value instanceof JsonNull && !schema.nullable()) {
            return schema.defaultValue() == null ? null : fill(schema, schema.defaultValue());
        }
        return fill(schema, value);
    }

    private static JsonArray array(Schema each, JsonArray array) {
        List<JsonValue> elements = new ArrayList<>();
        boolean same = true;
        for (JsonValue element : array.elements()) {
            JsonValue filled = fill(each, element);
            same &= filled == element;
            elements.add(filled);
        }
        return same ? array : JsonArray.of(elements);
    }
}
