package io.coxswain.json;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.json.schema.Numbers;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonNumber;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that was registered from YAML, by {@link DynamicKinds}. It keeps every field that its schema allows, in the order
 * in which it was written; equal to another if metadata and values are.
 *
 * <pre>{@code
 * DynamicResource site = client.get(WEBSITE, key);
 * client.update(site.with("spec.replicas", site.number("spec.replicas") + 1));
 * }</pre>
 *
 * <p>Paths are those of messages: {@code spec.containers[0].image}, {@code spec.nodeSelector[disk]}. Reading a field that is absent gives
 * an empty text, 0 or false, as with records; reading one of another type throws an {@link IllegalStateException}. Setting makes
 * the objects around a field if need be. Nothing is validated before the server does it.
 *
 * @param kind as which it was made
 * @param content all its fields but apiVersion, kind and metadata
 */
public record DynamicResource(Kind<DynamicResource> kind, ObjectMeta metadata, JsonObject content)
        implements Resource<DynamicResource>, WithMetadata<DynamicResource> {
    static final Set<String> OUTSIDE = Set.of("apiVersion", "kind", "metadata");

    public DynamicResource {
        for (String name : content.members().keySet()) {
            requireInside(name);
        }
    }

    /** An object of which only the name is set. */
    public static DynamicResource named(Kind<DynamicResource> kind, String name) {
        return new DynamicResource(kind, ObjectMeta.named(name), JsonObject.EMPTY);
    }

    private static void requireInside(String path) {
        String first = path.split("[.\\[]", 2)[0];
        if (OUTSIDE.contains(first)) {
            throw new IllegalArgumentException(path + " is no part of an object's content: "
                    + (first.equals("metadata") ? "use metadata() and withMetadata" : "its kind says it"));
        }
    }

    /** What stands at a path. */
    public Optional<JsonValue> find(String path) {
        requireInside(path);
        return Optional.ofNullable(content.find(path));
    }

    /** The text at a path; empty if it is absent. */
    public String text(String path) {
        return read(path, "text", value -> value instanceof JsonText text ? text.text() : null, "");
    }

    /** The whole number at a path; 0 if it is absent. */
    public long number(String path) {
        return read(path, "a whole number", Numbers::whole, 0L);
    }

    /** The boolean at a path; false if it is absent. */
    public boolean flag(String path) {
        return read(path, "true or false", value -> value instanceof JsonBoolean bool ? bool.value() : null, false);
    }

    private <T> T read(String path, String type, Function<JsonValue, @Nullable T> reading, T absent) {
        JsonValue value = find(path).orElse(JsonNull.NULL);
        if (value instanceof JsonNull) {
            return absent;
        }
        T read = reading.apply(value);
        if (read == null) {
            throw new IllegalStateException(
                    kind + " " + key() + ": " + path + ": is " + value.describe() + ", asked for as " + type);
        }
        return read;
    }

    /** This with a text at a path. */
    public DynamicResource with(String path, String text) {
        return with(path, JsonText.of(text));
    }

    /** This with a whole number at a path. */
    public DynamicResource with(String path, long number) {
        return with(path, JsonNumber.of(number));
    }

    /** This with a boolean at a path. */
    public DynamicResource with(String path, boolean flag) {
        return with(path, JsonBoolean.of(flag));
    }

    /**
     * This with any value at a path; the position behind the last element of a list appends.
     *
     * @throws IllegalArgumentException if the path leads through what is no object, or to no place of a list
     */
    public DynamicResource with(String path, JsonValue value) {
        requireInside(path);
        return new DynamicResource(kind, metadata, content.with(path, value));
    }

    /** This without what stands at a path. */
    public DynamicResource without(String path) {
        requireInside(path);
        return new DynamicResource(kind, metadata, content.without(path));
    }

    @Override
    public DynamicResource withMetadata(ObjectMeta changed) {
        return new DynamicResource(kind, changed, content);
    }

    DynamicResource withContent(JsonObject changed) {
        return changed == content ? this : new DynamicResource(kind, metadata, changed);
    }

    /** The generation that the status says it is about; 0 if it says none. */
    public long observedGeneration() {
        return number("status.observedGeneration");
    }

    /** Written as a record is. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.name()).append("[metadata=").append(metadata);
        content.members()
                .forEach((name, value) ->
                        text.append(", ").append(name).append('=').append(shown(value)));
        return text.append(']').toString();
    }

    private static String shown(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .map(member -> member.getKey() + "=" + shown(member.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().map(DynamicResource::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof JsonText text ? text.text() : value.toString();
    }
}
