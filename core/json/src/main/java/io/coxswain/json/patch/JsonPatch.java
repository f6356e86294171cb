package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON patch, RFC 6902: operations that are carried out in order, all or none. Immutable. */
final class JsonPatch {
    /** {@code maxJSONPatchOperations} of {@code apiserver/pkg/endpoints/handlers/patch.go}. */
    private static final int MOST_OPERATIONS = 10_000;

    private final List<Operation> operations;

    private JsonPatch(List<Operation> operations) {
        this.operations = operations;
    }

    /**
     * Reads a patch.
     *
     * @throws PatchException if the document is none
     */
    static JsonPatch of(JsonValue document) {
        if (!(document instanceof JsonArray array)) {
            throw PatchException.document("", "a JSON patch must be a list of operations, not " + document.describe());
        }
        if (array.elements().size() > MOST_OPERATIONS) {
            throw PatchException.document(
                    "",
                    "a JSON patch must have at most " + MOST_OPERATIONS + " operations, not "
                            + array.elements().size());
        }
        List<Operation> operations = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            operations.add(Operation.of("[" + operations.size() + "]", element));
        }
        return new JsonPatch(List.copyOf(operations));
    }

    /**
     * The document as the operations leave it.
     *
     * @throws PatchException if one of them can't be carried out
     */
    JsonValue apply(JsonValue document) {
        JsonValue now = document;
        long copied = 0;
        for (Operation operation : operations) {
            try {
                copied += operation.copies(now);
                if (copied > Limits.DOCUMENT_BYTES) {
                    throw new IllegalArgumentException("the copies are larger than 3 MiB together");
                }
                now = operation.apply(now);
            } catch (IllegalArgumentException e) {
                throw PatchException.object(operation.place, operation.name + " " + e.getMessage());
            }
        }
        return now;
    }

    /** One operation of a patch; {@code place} is where it stands there. */
    private record Operation(
            String place,
            String name,
            JsonPointer path,
            JsonPointer from,
            @Nullable JsonValue value) {
        private static final JsonPointer NOWHERE = JsonPointer.parse("");

        static Operation of(String place, JsonValue element) {
            if (!(element instanceof JsonObject object)) {
                throw PatchException.document(place, "must be an object, not " + element.describe());
            }
            String name = object.textOf("op");
            JsonPointer path = pointer(place, object, "path");
            return switch (name) {
                case "add", "replace", "test" -> new Operation(place, name, path, NOWHERE, value(place, object));
                case "remove" -> new Operation(place, name, path, NOWHERE, null);
                case "move", "copy" -> new Operation(place, name, path, pointer(place, object, "from"), null);
                default ->
                    throw PatchException.document(
                            place + ".op", "must be add, remove, replace, move, copy or test, not \"" + name + "\"");
            };
        }

        private static JsonPointer pointer(String place, JsonObject object, String field) {
            if (!(object.get(field) instanceof JsonText text)) {
                throw PatchException.document(place + "." + field, "must be a path such as /spec/replicas");
            }
            try {
                return JsonPointer.parse(text.text());
            } catch (IllegalArgumentException e) {
                throw PatchException.document(place + "." + field, String.valueOf(e.getMessage()));
            }
        }

        private static JsonValue value(String place, JsonObject object) {
            JsonValue value = object.get("value");
            if (value == null) {
                throw PatchException.document(place + ".value", "is missing");
            }
            return value;
        }

        private JsonValue given() {
            return value == null ? JsonNull.NULL : value;
        }

        JsonValue apply(JsonValue document) {
            return switch (name) {
                case "add" -> path.add(document, given());
                case "remove" -> path.remove(document);
                case "replace" -> path.replace(document, given());
                case "move" -> path.add(from.remove(document), from.get(document));
                case "copy" -> path.add(document, from.get(document));
                default -> tested(document);
            };
        }

        private JsonValue tested(JsonValue document) {
            JsonValue found = path.find(document);
            JsonValue there = found == null ? JsonNull.NULL : found;
            if (!there.equals(given())) {
                throw new IllegalArgumentException(
                        path + ": is " + there.describe() + ", the patch expected " + given().describe());
            }
            return document;
        }

        /** How much this copies: a few operations could make a document of any size. */
        long copies(JsonValue document) {
            return name.equals("copy") ? from.get(document).toString().length() : 0;
        }
    }
}
