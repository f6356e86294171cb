package io.coxswain.json.schema;

import io.coxswain.json.schema.Schema.ListType;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.validation.FieldErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what is wrong with a value by its schema. */
public final class SchemaCheck {
    private SchemaCheck() {}

    /** Adds everything that is wrong, in the order of the value. */
    public static void check(Schema schema, JsonValue value, FieldErrors at) {
        if (value instanceof JsonNull && schema.nullable()) {
            return;
        }
        if (!schema.type().isTypeOf(value)) {
            at.typeInvalid(shown(value), "must be " + schema.type().words());
            return;
        }
        for (Schema.Rule rule : schema.rules()) {
            rule.check(value, at);
        }
        if (value instanceof JsonObject object) {
            members(schema, object, at);
        } else if (value instanceof JsonArray array) {
            elements(schema, array, at);
        }
    }

    /** A value as messages show it. */
    static Object shown(JsonValue value) {
        if (value instanceof JsonText text) {
            return text.text();
        }
        return value instanceof JsonBoolean bool
                ? bool.value()
                : value instanceof JsonNumber number && number.wholeNumber() != null
                        ? number.wholeNumber()
                        : value.toString();
    }

    private static void members(Schema schema, JsonObject object, FieldErrors at) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String name = member.getKey();
            Schema known = schema.member(name);
            if (known == null) {
                at.at(name).forbidden("unknown field: the fields here are " + String.join(", ", schema.names()));
            } else {
                check(known, member.getValue(), schema.isNamed(name) ? at.at(name) : at.key(name));
            }
        }
    }

    private static void elements(Schema schema, JsonArray array, FieldErrors at) {
        Set<Object> seen = new LinkedHashSet<>();
        for (int i = 0; i < array.elements().size(); i++) {
            JsonValue element = array.elements().get(i);
            check(schema.element(), element, at.index(i));
            ListType type = schema.elements().listType();
            Object identity = type == ListType.MAP ? key(schema, element) : element;
            if (type != ListType.ATOMIC && !seen.add(identity)) {
                at.index(i).duplicate(shown(type == ListType.MAP ? JsonArray.of(key(schema, element)) : element));
            }
        }
    }

    /** What tells an element of a list apart; a member that is left out counts as its default. */
    static List<JsonValue> key(Schema list, JsonValue element) {
        List<JsonValue> key = new ArrayList<>();
        for (String name : list.elements().keys()) {
            JsonValue value = element instanceof JsonObject object ? object.get(name) : null;
            Schema known = list.element().member(name);
            JsonValue absent = known == null ? null : known.defaultValue();
            key.add(value != null ? value : absent != null ? absent : JsonNull.NULL);
        }
        return key;
    }
}
