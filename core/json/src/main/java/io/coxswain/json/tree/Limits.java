package io.coxswain.json.tree;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How much a text may ask for. */
public final class Limits {
    /** The largest request that Kubernetes' API server takes, {@code apiserver/pkg/server/config.go}. */
    public static final int DOCUMENT_BYTES = 3 * 1024 * 1024;

    /** Deeper than any schema, shallow enough for the stack of any thread. */
    public static final int DEPTH = 200;

    /** The largest object, as compact JSON: etcd's default limit of a request, {@code --max-request-bytes}. */
    public static final int OBJECT_BYTES = 1536 * 1024;

    private static final int MAX_BYTES_PER_CHAR = 3;
    private static final int MAX_BYTES_PER_ESCAPE = 6;

    private Limits() {}

    /** Whether an object isn't too large, with what aliases add to it; a problem if it is. */
    public static boolean checkObject(JsonValue object, Problems problems) {
        long chars = chars(object);
        boolean fits = chars <= OBJECT_BYTES / MAX_BYTES_PER_ESCAPE
                || (chars <= OBJECT_BYTES && object.toString().getBytes(StandardCharsets.UTF_8).length <= OBJECT_BYTES);
        if (!fits) {
            problems.add(object.line(), "the object is larger than 1.5 MiB: split it, or keep its data elsewhere");
        }
        return fits;
    }

    /** How many characters its JSON has at least. */
    private static long chars(JsonValue value) {
        long chars = 2;
        if (value instanceof JsonText text) {
            chars += text.text().length();
        } else if (value instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                chars += chars(element);
            }
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                chars += member.getKey().length() + chars(member.getValue());
            }
        }
        return chars;
    }

    /** Whether a document isn't too large; a problem if it is. */
    public static boolean checkSize(String document, int firstLine, Problems problems) {
        boolean fits = document.length() <= DOCUMENT_BYTES / MAX_BYTES_PER_CHAR
                || document.getBytes(StandardCharsets.UTF_8).length <= DOCUMENT_BYTES;
        if (!fits) {
            problems.add(firstLine, "the document is larger than 3 MiB: split it");
        }
        return fits;
    }
}
