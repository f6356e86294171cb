package io.coxswain.json.wire;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.json.schema.Schema;
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
 * What a schema describes instead of a record: it stays the tree that it was, without members that the schema doesn't know, which are
 * refused or left out, and without nulls that may not be. Types aren't looked at: that is validation's.
 */
public final class SchemaType {
    private static final RecordType METADATA = new RecordType(ObjectMeta.class);

    private SchemaType() {}

    /** The metadata of an object, that of nothing if it has none; null, and problems, if it is wrong. */
    public static @Nullable ObjectMeta bindMetadata(JsonObject object, Binding binding) {
        JsonValue metadata = object.get("metadata");
        if (metadata == null || metadata instanceof JsonNull) {
            return ObjectMeta.EMPTY;
        }
        int mark = binding.enter("metadata");
        Object bound = METADATA.bind(metadata, binding);
        binding.leave(mark);
        return (ObjectMeta) bound;
    }

    /** The members of an object that a schema knows. */
    public static JsonObject bind(JsonObject object, Schema schema, Binding binding) {
        RecordType.reportDuplicates(object, binding);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            Schema known = schema.member(name);
            int mark = schema.isNamed(name) || known == null ? binding.enter(name) : binding.enterKey(name);
            if (known == null) {
                reportUnknown(name, value, schema, binding);
            } else if (!(value instanceof JsonNull) || known.nullable()) {
                members.put(name, bind(value, known, binding));
            }
            binding.leave(mark);
        });
        return JsonObject.of(members).atLine(object.line());
    }

    private static void reportUnknown(String name, JsonValue value, Schema schema, Binding binding) {
        if (binding.refusesUnknown()) {
            String closest = Spelling.closest(name, schema.names());
            String advice = closest != null
                    ? ", did you mean " + closest + "?"
                    : ": the fields here are " + String.join(", ", schema.names());
            binding.problem(value.line(), "unknown field " + binding.path() + advice);
        }
    }

    private static JsonValue bind(JsonValue value, Schema schema, Binding binding) {
        if (value instanceof JsonObject object) {
            return bind(object, schema, binding);
        }
        return value instanceof JsonArray array ? bind(array, schema.element(), binding) : value;
    }

    private static JsonArray bind(JsonArray array, Schema each, Binding binding) {
        List<JsonValue> elements = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            int mark = binding.enterIndex(elements.size());
            elements.add(bind(element, each, binding));
            binding.leave(mark);
        }
        return JsonArray.of(elements).atLine(array.line());
    }
}
