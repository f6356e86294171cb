package io.coxswain.json;

import io.coxswain.api.Kinds;
import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Limits;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.wire.Binding;
import io.coxswain.json.wire.RecordType;
import io.coxswain.json.wire.Spelling;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Turns trees into objects: finds the kind, checks, binds. */
final class ObjectReader {
    private final Problems problems;
    private final Binding.Unknown unknown;
    private final Binding.Required required;

    /** Leaves what is required to a validation. */
    ObjectReader(Problems problems, Binding.Unknown unknown) {
        this(problems, unknown, Binding.Required.LEFT_OUT);
    }

    ObjectReader(Problems problems, Binding.Unknown unknown, Binding.Required required) {
        this.problems = problems;
        this.unknown = unknown;
        this.required = required;
    }

    /** The object that a tree describes, of the kind that it says; null, and problems, if it doesn't describe one. */
    @Nullable
    Resource<?> read(JsonObject tree, Kinds kinds) {
        problems.about(subject(tree));
        Kind<?> kind = kind(tree, kinds);
        return kind == null || !Limits.checkObject(tree, problems) ? null : bind(tree, kind);
    }

    /** The object of a kind that a tree describes; a tree that says no kind is taken for one. */
    <R extends Resource<R>> @Nullable R read(JsonValue tree, Kind<R> kind) {
        if (!(tree instanceof JsonObject object)) {
            problems.add(tree.line(), "is " + tree.describe() + ", must be a " + kind.name());
            return null;
        }
        problems.about(subject(object, kind.name()));
        mustBe(object, "apiVersion", kind.apiVersion());
        mustBe(object, "kind", kind.name());
        if (!Limits.checkObject(object, problems)) {
            return null;
        }
        return bind(object, kind);
    }

    private void mustBe(JsonObject object, String field, String required) {
        JsonValue value = object.get(field);
        if (value != null
                && !(value instanceof JsonNull)
                && !(value instanceof JsonText text && text.text().equals(required))) {
            problems.add(value.line(), field, field + ": is " + value.describe() + ", must be " + required);
        }
    }

    private <R extends Resource<R>> @Nullable R bind(JsonObject tree, Kind<R> kind) {
        Binding binding = new Binding(problems, unknown, required);
        Object bound = kind.structure() instanceof DynamicStructure structure
                ? bindDynamic(tree, structure, kind, binding)
                : new RecordType(kind.type()).bind(tree, binding);
        return bound == null ? null : kind.type().cast(bound);
    }

    @SuppressWarnings("unchecked")
    private @Nullable DynamicResource bindDynamic(
            JsonObject tree, DynamicStructure structure, Kind<?> kind, Binding binding) {
        int before = problems.count();
        DynamicResource bound = structure.bind(tree, (Kind<DynamicResource>) kind, binding);
        if (bound == null || problems.count() > before || required == Binding.Required.LEFT_OUT) {
            return bound;
        }
        FieldErrors errors = FieldErrors.collect();
        structure.validate(structure.defaulted(bound), errors);
        errors.list().forEach(error -> problems.add(tree.lineOf(error.field()), error.field(), error.toString()));
        return bound;
    }

    /** What a message calls the object that a tree describes, as far as it says so. */
    static String subject(JsonObject tree) {
        return subject(tree, tree.textOf("kind"));
    }

    private static String subject(JsonObject tree, String kind) {
        if (!(tree.get("metadata") instanceof JsonObject metadata)) {
            return kind;
        }
        String namespace = metadata.textOf("namespace");
        String name = metadata.textOf("name").isEmpty() ? metadata.textOf("generateName") : metadata.textOf("name");
        if (name.isEmpty()) {
            return kind;
        }
        StringBuilder subject = new StringBuilder(kind.isEmpty() ? "object" : kind).append(' ');
        if (!namespace.isEmpty()) {
            subject.append(namespace).append('/');
        }
        return subject.append(name).toString();
    }

    private @Nullable Kind<?> kind(JsonObject tree, Kinds kinds) {
        String name = requiredText(tree, "kind");
        String apiVersion = requiredText(tree, "apiVersion");
        if (name.isEmpty()) {
            reportMissing(tree, "kind", ", such as kind: Deployment");
        }
        if (apiVersion.isEmpty()) {
            reportMissing(tree, "apiVersion", versionExample(name, kinds));
        }
        if (name.isEmpty() || apiVersion.isEmpty()) {
            return null;
        }
        Kind<?> kind = kinds.find(apiVersion, name);
        if (kind == null) {
            reportUnknown(tree, apiVersion, name, kinds);
        }
        return kind;
    }

    private static String requiredText(JsonObject tree, String field) {
        return tree.get(field) instanceof JsonText text ? text.text() : "";
    }

    private void reportMissing(JsonObject tree, String field, String example) {
        JsonValue value = tree.get(field);
        if (value == null || value instanceof JsonNull || value instanceof JsonText) {
            problems.add(lineOf(tree, field), field, field + " is missing: say which" + example);
        } else {
            problems.add(value.line(), field, field + ": is " + value.describe() + ", must be text");
        }
    }

    private static String versionExample(String name, Kinds kinds) {
        return versions(name, kinds)
                .map(version -> ", such as apiVersion: " + version)
                .findFirst()
                .orElse(", such as apiVersion: v1");
    }

    private static Stream<String> versions(String name, Kinds kinds) {
        return StreamSupport.stream(kinds.spliterator(), false)
                .filter(kind -> kind.name().equals(name))
                .map(Kind::apiVersion);
    }

    private void reportUnknown(JsonObject tree, String apiVersion, String name, Kinds kinds) {
        List<String> versions = versions(name, kinds).toList();
        if (!versions.isEmpty()) {
            int line = lineOf(tree, "apiVersion");
            problems.add(
                    line,
                    "apiVersion",
                    "unknown apiVersion " + apiVersion + " of kind " + name + ", did you mean "
                            + String.join(" or ", versions) + "?");
            return;
        }
        if (name.equals("CustomResourceDefinition")) {
            problems.add(
                    lineOf(tree, "kind"),
                    "kind",
                    "kind CustomResourceDefinition isn't served: give the kind that DynamicKinds reads from it to what you"
                            + " start, as Cluster.builder().kind(...) takes it");
            return;
        }
        String closest =
                Spelling.closest(name, kinds.list().stream().map(Kind::name).toList());
        String known = kinds.list().stream().map(Kind::name).collect(Collectors.joining(", "));
        String advice = closest == null ? ": the known kinds are " + known : ", did you mean " + closest + "?";
        problems.add(lineOf(tree, "kind"), "kind", "unknown kind " + name + " of " + apiVersion + advice);
    }

    private static int lineOf(JsonObject tree, String field) {
        JsonValue value = tree.get(field);
        return value == null ? tree.line() : value.line();
    }
}
