package io.coxswain.json.schema;

import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value.
 *
 * @param nullable whether it may be null
 * @param members of an object
 * @param elements of a list
 * @param defaultValue what it is where it is left out
 * @param rules what it must satisfy besides
 */
public record Schema(
        Type type,
        boolean nullable,
        Members members,
        Elements elements,
        @Nullable JsonValue defaultValue,
        List<Rule> rules) {

    /** Of a value that nothing is known of: it is kept as it is. */
    static final Schema ANY = new Schema(
            Type.ANY,
            true,
            new Members(Map.of(), null, true, false),
            new Elements(null, ListType.ATOMIC, List.of()),
            null,
            List.of());

    /**
     * What an object has.
     *
     * @param others what members of any other name are; null if there are none
     * @param keepsUnknown whether members of which nothing is known are kept
     * @param atomic whether the object is applied as a whole
     */
    record Members(Map<String, Schema> named, @Nullable Schema others, boolean keepsUnknown, boolean atomic) {}

    /**
     * What a list has.
     *
     * @param keys the members by which elements are told apart
     */
    record Elements(@Nullable Schema each, ListType listType, List<String> keys) {}

    /** How a list is applied. */
    enum ListType {
        ATOMIC,
        SET,
        MAP
    }

    /** A demand on a value, which has the right type. */
    @FunctionalInterface
    interface Rule {
        void check(JsonValue value, FieldErrors at);
    }

    /** What a value is in JSON. */
    enum Type {
        ANY("anything", value -> true),
        OBJECT("an object", JsonObject.class::isInstance),
        ARRAY("a list", JsonArray.class::isInstance),
        STRING("text", JsonText.class::isInstance),
        /** As in Kubernetes, 2.0 is whole. */
        INTEGER("a whole number", Numbers::isWhole),
        NUMBER("a number that a double can hold", value -> Numbers.exact(value) != null),
        BOOLEAN("true or false", JsonBoolean.class::isInstance),
        INT_OR_STRING("a whole number or text", value -> Numbers.isWhole(value) || value instanceof JsonText);

        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // without state
        private final Predicate<JsonValue> test;

        Type(String words, Predicate<JsonValue> test) {
            this.words = words;
            this.test = test;
        }

        /** What a value must be, for a message. */
        String words() {
            return words;
        }

        boolean isTypeOf(JsonValue value) {
            return test.test(value);
        }
    }

    /**
     * Reads the schema of a kind's objects; metadata, apiVersion and kind aren't part of it. Adds all that is wrong with it.
     *
     * @param path where it stands, for messages
     */
    public static Schema read(JsonValue tree, String path, Problems problems) {
        return new SchemaReader(problems).root(tree, path);
    }

    /** Of a member of an object; null if there is to be none of this name. */
    public @Nullable Schema member(String name) {
        Schema named = members.named().get(name);
        if (named != null) {
            return named;
        }
        return members.others() != null ? members.others() : members.keepsUnknown() ? ANY : null;
    }

    /** Whether a member has this name by the schema, not as one of many in a map. */
    public boolean isNamed(String member) {
        return members.named().containsKey(member);
    }

    /** The names that an object's members have by the schema. */
    public List<String> names() {
        return List.copyOf(members.named().keySet());
    }

    /** Of a list's elements. */
    public Schema element() {
        return elements.each() == null ? ANY : elements.each();
    }
}
