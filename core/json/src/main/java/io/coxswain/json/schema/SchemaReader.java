package io.coxswain.json.schema;

import io.coxswain.json.schema.Schema.Elements;
import io.coxswain.json.schema.Schema.ListType;
import io.coxswain.json.schema.Schema.Members;
import io.coxswain.json.schema.Schema.Rule;
import io.coxswain.json.schema.Schema.Type;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.validation.FieldError;
import io.coxswain.validation.FieldErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Makes a schema of its JSON form, and says what in it is no structural schema. */
final class SchemaReader {
    private static final String KUBERNETES = "x-kubernetes-";
    private static final List<Type> NAMED =
            List.of(Type.OBJECT, Type.ARRAY, Type.STRING, Type.INTEGER, Type.NUMBER, Type.BOOLEAN);
    private static final Set<String> IN_METADATA = Set.of("type", "description");
    /** What says nothing about values, or is looked at together with another keyword. */
    private static final Set<String> SILENT = Set.of(
            "description",
            "title",
            "example",
            "externalDocs",
            "type",
            "nullable",
            "properties",
            "additionalProperties",
            "items",
            "default",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            KUBERNETES + "preserve-unknown-fields",
            KUBERNETES + "int-or-string",
            KUBERNETES + "embedded-resource",
            KUBERNETES + "list-type",
            KUBERNETES + "list-map-keys",
            KUBERNETES + "map-type",
            KUBERNETES + "validations");

    private final Problems problems;

    SchemaReader(Problems problems) {
        this.problems = problems;
    }

    /** The schema of the objects of a kind. */
    Schema root(JsonValue tree, String path) {
        Schema whole = read(tree, path, true);
        if (tree instanceof JsonObject object && whole.type() != Type.OBJECT) {
            problem(object, path + ".type", "must be object");
        }
        JsonValue metadata = tree.find("properties.metadata");
        if (metadata instanceof JsonObject object
                && !IN_METADATA.containsAll(object.members().keySet())) {
            problem(
                    object,
                    path + ".properties.metadata",
                    "rules on metadata aren't applied: leave type: object and put the rule into the kind's validation");
        }
        Map<String, Schema> named = new LinkedHashMap<>(whole.members().named());
        named.keySet().removeAll(Set.of("apiVersion", "kind", "metadata"));
        Members members = new Members(
                named,
                whole.members().others(),
                whole.members().keepsUnknown(),
                whole.members().atomic());
        return new Schema(whole.type(), false, members, whole.elements(), null, whole.rules());
    }

    /** @param structural whether it says what a value is; otherwise it only adds rules to one that does, as inside of {@code anyOf} */
    private Schema read(JsonValue tree, String path, boolean structural) {
        if (!(tree instanceof JsonObject object)) {
            problem(tree, path, "is " + tree.describe() + ", must be a schema");
            return Schema.ANY;
        }
        boolean keepsUnknown = flag(object, KUBERNETES + "preserve-unknown-fields", path);
        boolean anything = keepsUnknown || !structural || flag(object, KUBERNETES + "embedded-resource", path);
        Type type = type(object, path, anything);
        Map<String, Schema> named = named(object, path, structural);
        JsonValue others = object.get("additionalProperties");
        Schema schema = new Schema(
                type,
                flag(object, "nullable", path) || (type == Type.ANY && structural),
                new Members(
                        named,
                        others(others, path + ".additionalProperties", structural),
                        anything,
                        object.textOf(KUBERNETES + "map-type").equals("atomic")),
                elements(object, path, structural),
                object.get("default"),
                rules(object, path));
        checkDefault(schema, path);
        return schema;
    }

    private Type type(JsonObject object, String path, boolean anything) {
        if (flag(object, KUBERNETES + "int-or-string", path)) {
            return Type.INT_OR_STRING;
        }
        String name = object.textOf("type");
        for (Type type : NAMED) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        if (!name.isEmpty() || !anything) {
            problem(
                    object,
                    path + ".type",
                    (name.isEmpty() ? "is missing" : "is " + JsonText.quoted(name))
                            + ", must be object, array, string, integer, number or boolean");
        }
        return Type.ANY;
    }

    private Map<String, Schema> named(JsonObject object, String path, boolean structural) {
        Map<String, Schema> named = new LinkedHashMap<>();
        if (flag(object, KUBERNETES + "embedded-resource", path)) {
            List.of("apiVersion", "kind", "metadata").forEach(name -> named.put(name, Schema.ANY));
        }
        JsonValue properties = object.get("properties");
        if (properties instanceof JsonObject each) {
            each.members()
                    .forEach((name, schema) ->
                            named.put(name, read(schema, path + ".properties[" + name + "]", structural)));
        } else if (properties != null) {
            problem(properties, path + ".properties", "is " + properties.describe() + ", must be an object");
        }
        return named;
    }

    private @Nullable Schema others(@Nullable JsonValue schema, String path, boolean structural) {
        if (schema == null) {
            return null;
        }
        if (schema instanceof JsonBoolean flag) {
            return flag.value() ? Schema.ANY : null;
        }
        return read(schema, path, structural);
    }

    private Elements elements(JsonObject object, String path, boolean structural) {
        JsonValue items = object.get("items");
        if (items == null && structural && object.textOf("type").equals("array")) {
            problem(object, path + ".items", "is missing: say what the elements of the list are");
        }
        JsonValue keys = object.get(KUBERNETES + "list-map-keys");
        @Nullable List<String> names = keys == null ? List.of() : Rules.texts(keys);
        ListType type = listType(object, path);
        if (names == null || names.isEmpty() == (type == ListType.MAP)) {
            problem(
                    object,
                    path + "." + KUBERNETES + "list-map-keys",
                    "must name members of the elements if the list is of type map, and only then");
        }
        Schema each = items == null ? null : read(items, path + ".items", structural);
        return new Elements(each, type, names == null ? List.of() : List.copyOf(names));
    }

    private ListType listType(JsonObject object, String path) {
        String name = object.textOf(KUBERNETES + "list-type");
        for (ListType type : ListType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        if (!name.isEmpty()) {
            problem(
                    object,
                    path + "." + KUBERNETES + "list-type",
                    "is " + JsonText.quoted(name) + ", must be atomic, set or map");
        }
        return ListType.ATOMIC;
    }

    private List<Rule> rules(JsonObject object, String path) {
        List<Rule> rules = new ArrayList<>();
        object.members().forEach((keyword, argument) -> {
            Rules.@Nullable Factory factory = Rules.BY_KEYWORD.get(keyword);
            if (factory != null) {
                add(rules, factory, object, argument, path + "." + keyword);
            } else if (!SILENT.contains(keyword)) {
                problem(argument, path + "." + keyword, "is no keyword of a structural schema: remove it");
            }
        });
        combine(object, "allOf", path, Rules::allOf, rules);
        combine(object, "anyOf", path, Rules::anyOf, rules);
        combine(object, "oneOf", path, Rules::exactlyOneOf, rules);
        JsonValue not = object.get("not");
        if (not != null) {
            rules.add(Rules.not(read(not, path + ".not", false)));
        }
        return List.copyOf(rules);
    }

    private void add(List<Rule> rules, Rules.Factory factory, JsonObject schema, JsonValue argument, String path) {
        try {
            Rule rule = factory.make(argument, schema);
            if (rule == null) {
                problem(argument, path, "is " + argument.describe() + ", which isn't what this keyword takes");
            } else {
                rules.add(rule);
            }
        } catch (PatternSyntaxException e) {
            problem(argument, path, "is no regular expression: " + e.getDescription());
        }
    }

    private void combine(
            JsonObject object, String keyword, String path, Function<List<Schema>, Rule> rule, List<Rule> rules) {
        JsonValue argument = object.get(keyword);
        if (argument instanceof JsonArray array) {
            List<Schema> schemas = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                schemas.add(read(element, path + "." + keyword + "[" + schemas.size() + "]", false));
            }
            rules.add(rule.apply(List.copyOf(schemas)));
        } else if (argument != null) {
            problem(argument, path + "." + keyword, "is " + argument.describe() + ", must be a list of schemas");
        }
    }

    /** A default that its own schema refuses would make every object invalid that leaves the field out. */
    private void checkDefault(Schema schema, String path) {
        JsonValue value = schema.defaultValue();
        if (value != null) {
            FieldErrors errors = FieldErrors.collect();
            SchemaCheck.check(schema, Defaults.fill(schema, value), errors);
            for (FieldError error : errors.list()) {
                problem(value, path + ".default", error.toString());
            }
        }
    }

    private boolean flag(JsonObject object, String keyword, String path) {
        JsonValue value = object.get(keyword);
        if (value != null && !(value instanceof JsonBoolean)) {
            problem(value, path + "." + keyword, "is " + value.describe() + ", must be true or false");
        }
        return value instanceof JsonBoolean flag && flag.value();
    }

    private void problem(JsonValue at, String path, String text) {
        problems.add(at.line(), path, path + ": " + text);
    }
}
