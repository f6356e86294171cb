package io.coxswain.json;

import io.coxswain.api.Kinds;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Limits;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.wire.Binding;
import io.coxswain.json.yaml.YamlReader;
import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one manifest. */
final class ManifestReader {
    private static final String LIST = "List";

    private final Problems problems;
    private final ObjectReader reader;
    private final Kinds kinds;
    private final List<Manifest.Document> documents = new ArrayList<>();
    private final Map<List<String>, Integer> lines = new LinkedHashMap<>();
    private boolean sawObject;

    private ManifestReader(Problems problems, Kinds kinds) {
        this.problems = problems;
        this.reader = new ObjectReader(problems, Binding.Unknown.REFUSED, Binding.Required.REPORTED);
        this.kinds = kinds;
    }

    static Manifest read(String source, String text, Kinds kinds) {
        Problems problems = new Problems(source);
        ManifestReader reader = new ManifestReader(problems, kinds);
        for (JsonValue tree : reader.trees(text, source)) {
            reader.document(tree);
        }
        problems.about("");
        if (!reader.sawObject && problems.isEmpty()) {
            problems.add(0, "holds no object: write at least one, with apiVersion, kind and metadata.name");
        }
        ManifestException.throwIfAny(problems);
        return new Manifest(source, reader.documents);
    }

    /** The documents of JSON or YAML. What begins like JSON but isn't may still be YAML. */
    private List<JsonValue> trees(String text, String source) {
        boolean named = source.endsWith(".json");
        if (!named && !text.stripLeading().startsWith("{")) {
            return YamlReader.readAll(text, problems);
        }
        if (!Limits.checkSize(text, 1, problems)) {
            return List.of();
        }
        Problems mistakes = new Problems("");
        List<JsonValue> values = JsonValue.parseAll(text, mistakes);
        if (mistakes.isEmpty()) {
            return values;
        }
        Problems otherwise = new Problems("");
        List<JsonValue> trees = named ? List.of() : YamlReader.readAll(text, otherwise);
        if (named || !otherwise.isEmpty()) {
            mistakes.inOrder().forEach(each -> problems.add(each.line(), each.text()));
        }
        return trees;
    }

    private void document(JsonValue tree) {
        if (tree instanceof JsonNull) {
            return;
        }
        sawObject = true;
        if (!(tree instanceof JsonObject object)) {
            problems.about("");
            problems.add(
                    tree.line(), "is " + tree.describe() + ", must be an object with apiVersion, kind and metadata");
            return;
        }
        if (isList(object)) {
            items(object);
        } else {
            object(object);
        }
    }

    private boolean isList(JsonObject object) {
        boolean plain = object.textOf("kind").equals(LIST)
                && object.textOf("apiVersion").equals("v1");
        return plain || isTypedList(object);
    }

    /** Such as {@code DeploymentList}, which is what a server answers with. */
    private boolean isTypedList(JsonObject object) {
        String kind = object.textOf("kind");
        return kind.endsWith(LIST)
                && kinds.find(object.textOf("apiVersion"), kind.substring(0, kind.length() - LIST.length())) != null;
    }

    private void items(JsonObject list) {
        problems.about(list.textOf("kind"));
        if (list.get("items") instanceof JsonArray items) {
            for (JsonValue item : items.elements()) {
                document(item instanceof JsonObject object && isTypedList(list) ? typed(object, list) : item);
            }
        } else if (list.get("items") != null && !(list.get("items") instanceof JsonNull)) {
            problems.add(list.line(), "items", "items: is " + list.get("items").describe() + ", must be a list");
        }
    }

    /** The items of a typed list needn't say what they are. */
    private static JsonObject typed(JsonObject item, JsonObject list) {
        if (item.get("kind") != null) {
            return item;
        }
        String kind = list.textOf("kind");
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("apiVersion", JsonText.of(list.textOf("apiVersion")));
        members.put("kind", JsonText.of(kind.substring(0, kind.length() - LIST.length())));
        item.members().forEach(members::putIfAbsent);
        return JsonObject.at(item.line(), members, item.duplicates());
    }

    private void object(JsonObject tree) {
        Resource<?> object = reader.read(tree, kinds);
        checkName(tree);
        checkUnique(tree);
        if (object != null) {
            documents.add(new Manifest.Document(object, tree));
        }
    }

    private void checkName(JsonObject tree) {
        JsonValue metadata = tree.get("metadata");
        if (metadata == null || metadata instanceof JsonNull) {
            problems.add(tree.line(), "metadata.name", "metadata.name is missing: give the object a name");
        } else if (metadata instanceof JsonObject object
                && isAbsent(object, "name")
                && isAbsent(object, "generateName")) {
            problems.add(object.line(), "metadata.name", "metadata.name is missing: give the object a name");
        }
    }

    private static boolean isAbsent(JsonObject metadata, String field) {
        JsonValue value = metadata.get(field);
        return value == null || value instanceof JsonNull || value.equals(JsonText.of(""));
    }

    private void checkUnique(JsonObject tree) {
        if (!(tree.get("metadata") instanceof JsonObject metadata)
                || metadata.textOf("name").isEmpty()) {
            return;
        }
        List<String> identity = List.of(
                tree.textOf("apiVersion"), tree.textOf("kind"), metadata.textOf("namespace"), metadata.textOf("name"));
        Integer first = lines.putIfAbsent(identity, tree.line());
        if (first != null) {
            JsonValue name = metadata.get("name");
            problems.add(
                    name == null ? tree.line() : name.line(),
                    "metadata.name",
                    "is in this file twice, first on line " + first + ": rename or remove one");
        }
    }
}
