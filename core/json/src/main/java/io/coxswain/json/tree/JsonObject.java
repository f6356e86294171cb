package io.coxswain.json.tree;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object: members by name, in the order in which they were written. */
public final class JsonObject extends JsonValue {
    /** An object without members. */
    public static final JsonObject EMPTY = new JsonObject(0, Collections.emptyMap(), List.of());

    private final Map<String, JsonValue> members;
    private final List<Duplicate> duplicates;

    JsonObject(int line, Map<String, JsonValue> members, List<Duplicate> duplicates) {
        super(line);
        this.members = members;
        this.duplicates = duplicates;
    }

    /**
     * An object that was read.
     *
     * @param members not changed any more
     * @param duplicates the members that were named again
     */
    public static JsonObject at(int line, Map<String, JsonValue> members, List<Duplicate> duplicates) {
        return new JsonObject(line, Collections.unmodifiableMap(members), List.copyOf(duplicates));
    }

    /** An object of these members in this order. */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        return new JsonObject(0, Collections.unmodifiableMap(new LinkedHashMap<>(members)), List.of());
    }

    /** The members in their order; can't be changed. */
    public Map<String, JsonValue> members() {
        return members;
    }

    /** The member of this name, or null if there is none; a member that is JSON's null is a {@link JsonNull}. */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    /** The text of that member; empty if there is none or it isn't text. */
    public String textOf(String name) {
        return members.get(name) instanceof JsonText text ? text.text() : "";
    }

    /**
     * This with another value at a path such as {@code spec.containers[0].image}. Objects around it that aren't there are made, and a
     * list for {@code [0]}; the position behind the last element of a list appends.
     *
     * @throws IllegalArgumentException if the path leads through what is no object, or to no place of a list
     */
    public JsonObject with(String path, JsonValue value) {
        return new FieldPath(path).put(this, value);
    }

    /**
     * This without what a path names; equal to this if it isn't there.
     *
     * @throws IllegalArgumentException if the path leads through what is no object, or to no place of a list
     */
    public JsonObject without(String path) {
        return new FieldPath(path).put(this, null);
    }

    /** The members that were named again; the last one counts. */
    public List<Duplicate> duplicates() {
        return duplicates;
    }

    @Override
    public JsonObject atLine(int other) {
        return new JsonObject(other, members, duplicates);
    }

    @Override
    public String describe() {
        return "an object";
    }

    @Override
    public void writeTo(JsonSink sink) throws IOException {
        sink.beginObject();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            sink.name(member.getKey());
            member.getValue().writeTo(sink);
        }
        sink.endObject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /**
     * A name that was there already.
     *
     * @param first the line of the first member of that name
     * @param again the line of this one
     */
    public record Duplicate(String name, int first, int again) {}
}
