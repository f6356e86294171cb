package io.coxswain.json;

import io.coxswain.api.Kinds;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.wire.Binding;
import io.coxswain.json.wire.RecordType;
import io.coxswain.json.yaml.YamlSink;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns single objects, and other records of the API, into their wire form and back. What it writes it reads without loss.
 *
 * <p>{@link #strict()} refuses fields that the record doesn't have and names that stand twice; {@link #lenient()} ignores them, for what
 * another version of a program wrote. Wrong types are refused by both. Immutable; any thread may use it.
 */
public final class Codec {
    private static final Codec STRICT = new Codec(Binding.Unknown.REFUSED);
    private static final Codec LENIENT = new Codec(Binding.Unknown.IGNORED);

    private final Binding.Unknown unknown;

    private Codec(Binding.Unknown unknown) {
        this.unknown = unknown;
    }

    /** Refuses unknown and duplicate fields. */
    public static Codec strict() {
        return STRICT;
    }

    /** Ignores unknown fields; of duplicate ones the last counts. */
    public static Codec lenient() {
        return LENIENT;
    }

    /**
     * Reads a JSON object of one of these kinds, which it names by apiVersion and kind.
     *
     * @throws ManifestException if the text isn't JSON, its kind is none of these, or its fields are wrong; says all of it
     */
    public Resource<?> read(String json, Kinds kinds) {
        Problems problems = new Problems("");
        JsonValue tree = parsed(json, problems);
        if (tree instanceof JsonObject object) {
            Resource<?> read = new ObjectReader(problems, unknown).read(object, kinds);
            if (read != null && problems.isEmpty()) {
                return read;
            }
        } else {
            problems.add(tree.line(), "is " + tree.describe() + ", must be an object with apiVersion and kind");
        }
        throw new ManifestException(problems.inOrder());
    }

    /**
     * Reads a JSON object of a kind. Its apiVersion and kind may be absent, as in a list.
     *
     * @throws ManifestException if the text isn't JSON or isn't such an object; says all that is wrong
     */
    public <R extends Resource<R>> R read(String json, Kind<R> kind) {
        return read(parsed(json, new Problems("")), kind);
    }

    private static JsonValue parsed(String json, Problems problems) {
        JsonValue tree = JsonValue.parse(json, problems);
        ManifestException.throwIfAny(problems);
        return tree;
    }

    /**
     * Makes the object of a kind that a tree describes.
     *
     * @throws ManifestException if it doesn't describe one; says all that is wrong
     */
    public <R extends Resource<R>> R read(JsonValue tree, Kind<R> kind) {
        Problems problems = new Problems("");
        R read = new ObjectReader(problems, unknown).read(tree, kind);
        if (read == null || !problems.isEmpty()) {
            throw new ManifestException(problems.inOrder());
        }
        return read;
    }

    /**
     * Makes the record that a tree describes: a part of an object, or what is sent besides objects.
     *
     * @throws ManifestException if it doesn't describe one; says all that is wrong
     */
    public <T extends Record> T readPart(JsonValue tree, Class<T> type) {
        Problems problems = new Problems("");
        Object read = new RecordType(type).bind(tree, new Binding(problems, unknown, Binding.Required.LEFT_OUT));
        if (read == null || !problems.isEmpty()) {
            throw new ManifestException(problems.inOrder());
        }
        return type.cast(read);
    }

    /** The object as compact JSON, apiVersion and kind first. */
    public String toJson(Resource<?> object) {
        return JsonSink.text(sink -> write(object, sink));
    }

    /** The same in UTF-8, with escapes for what isn't in Unicode's basic plane; faster than by way of text. */
    public byte[] toJsonBytes(Resource<?> object) {
        return JsonSink.utf8(sink -> write(object, sink));
    }

    /** The object as a YAML document, apiVersion and kind first. */
    public String toYaml(Resource<?> object) {
        return YamlSink.text(List.of(sink -> write(object, sink)));
    }

    /** The objects as YAML documents, with {@code ---} between them. */
    public String toYaml(Iterable<? extends Resource<?>> objects) {
        List<JsonSink.Writer> documents = new ArrayList<>();
        for (Resource<?> object : objects) {
            documents.add(sink -> write(object, sink));
        }
        return YamlSink.text(documents);
    }

    /** The object as a tree, apiVersion and kind first. */
    public JsonObject toTree(Resource<?> object) {
        return (JsonObject) JsonSink.tree(sink -> write(object, sink));
    }

    /** The record as a tree; an object's apiVersion and kind are not part of it. */
    public JsonObject partToTree(Record record) {
        RecordType type = new RecordType(record.getClass());
        return (JsonObject) JsonSink.tree(sink -> type.write(record, sink));
    }

    private static void write(Resource<?> object, JsonSink to) throws IOException {
        Kind<?> kind = object.kind();
        to.beginObject();
        to.name("apiVersion");
        to.text(kind.apiVersion());
        to.name("kind");
        to.text(kind.name());
        if (object instanceof DynamicResource dynamic) {
            DynamicStructure.writeMembers(dynamic, to);
        } else {
            new RecordType(object.getClass()).writeMembers(object, to);
        }
        to.endObject();
    }
}
