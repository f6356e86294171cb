package io.coxswain.json;

import io.coxswain.json.schema.Schema;
import io.coxswain.json.tree.JsonArray;
import io.coxswain.json.tree.JsonBoolean;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonText;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Scope;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One CustomResourceDefinition. What of it concerns how people find a server's kinds, such as categories, is passed over. */
final class Definition {
    private static final Logger LOG = LoggerFactory.getLogger(DynamicKinds.class);
    private static final String API_VERSION = "apiextensions.k8s.io/v1";
    private static final String KIND = "CustomResourceDefinition";
    private static final String GROUP = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";
    private static final String NAME = "[A-Z][A-Za-z0-9]*";
    private static final String LABEL = "[a-z]([a-z0-9-]*[a-z0-9])?";

    private final JsonObject tree;
    private final Problems problems;
    private final int before;

    Definition(JsonObject tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        this.before = problems.count();
        problems.about(ObjectReader.subject(tree));
    }

    /** The kind; null, and problems, if it doesn't describe one. */
    @Nullable
    Kind<DynamicResource> kind() {
        text(tree, "apiVersion", "apiVersion", API_VERSION::equals, API_VERSION);
        text(tree, "kind", "kind", KIND::equals, KIND);
        if (problems.count() > before) {
            return null;
        }
        String group = text(tree, "spec.group", "spec.group", matches(GROUP), "a DNS name such as example.com");
        String name = text(tree, "spec.names.kind", "spec.names.kind", matches(NAME), "in camel case, such as Website");
        String plural =
                text(tree, "spec.names.plural", "spec.names.plural", matches(LABEL), "in lower case, such as websites");
        String scope = text(tree, "spec.scope", "spec.scope", matches("Namespaced|Cluster"), "Namespaced or Cluster");
        String own = plural + "." + group;
        text(tree, "metadata.name", "metadata.name", own::equals, "its plural and group, " + own);
        JsonObject version = storedVersion();
        if (version == null) {
            return null;
        }
        String at = "spec.versions[" + version.textOf("name") + "]";
        String versionName = text(version, "name", at + ".name", matches(LABEL), "such as v1");
        Schema schema = schema(version, at);
        if (schema == null || problems.count() > before) {
            return null;
        }
        boolean status = version.find("subresources.status") instanceof JsonObject;
        DynamicStructure structure = new DynamicStructure(tree, schema, status);
        Kind.Builder<DynamicResource> kind = Kind.builder(group + "/" + versionName, name, DynamicResource.class)
                .structure(structure)
                .scope(scope.equals("Cluster") ? Scope.CLUSTER : Scope.NAMESPACED)
                .plural(plural)
                .shortNames(shortNames())
                .defaults(structure::defaulted)
                .validation((object, old, errors) -> structure.validate(object, errors));
        columns(version, at, kind);
        fields(version, at, kind);
        return problems.count() > before ? null : kind.build();
    }

    private static Predicate<String> matches(String regex) {
        return text -> text.matches(regex);
    }

    private String text(JsonObject from, String path, String shown, Predicate<String> test, String right) {
        JsonValue value = from.find(path);
        String text = value instanceof JsonText found ? found.text() : "";
        if (!test.test(text)) {
            problems.add(
                    from.lineOf(path),
                    shown,
                    shown + ": " + (value == null ? "is missing" : "is " + value.describe()) + ", must be " + right);
        }
        return text;
    }

    private @Nullable JsonObject storedVersion() {
        List<JsonValue> versions = elements(tree, "spec.versions");
        List<JsonObject> stored = versions.stream()
                .filter(version -> isTrue(version, "storage"))
                .map(JsonObject.class::cast)
                .toList();
        if (stored.size() != 1 || !isTrue(stored.get(0), "served")) {
            problems.add(
                    tree.lineOf("spec.versions"),
                    "spec.versions",
                    "spec.versions: exactly one must have storage: true, and it must have served: true");
            return null;
        }
        return stored.get(0);
    }

    private static boolean isTrue(JsonValue version, String flag) {
        return version.find(flag) instanceof JsonBoolean value && value.value();
    }

    private static List<JsonValue> elements(JsonValue from, String path) {
        return from.find(path) instanceof JsonArray array ? array.elements() : List.of();
    }

    private @Nullable Schema schema(JsonObject version, String at) {
        String path = at + ".schema.openAPIV3Schema";
        JsonValue schema = version.find("schema.openAPIV3Schema");
        if (schema == null) {
            problems.add(version.line(), path, path + ": is missing: say what fields the objects have");
            return null;
        }
        if (schema.toString().contains("\"x-kubernetes-validations\":")) {
            LOG.atWarn()
                    .addKeyValue("definition", tree.find("metadata.name"))
                    .log("Rules of x-kubernetes-validations aren't evaluated");
        }
        return Schema.read(schema, path, problems);
    }

    private String[] shortNames() {
        return elements(tree, "spec.names.shortNames").stream()
                .map(name -> name instanceof JsonText text ? text.text() : name.toString())
                .toArray(String[]::new);
    }

    private void columns(JsonObject version, String at, Kind.Builder<DynamicResource> kind) {
        int index = 0;
        for (JsonValue column : elements(version, "additionalPrinterColumns")) {
            String place = at + ".additionalPrinterColumns[" + index++ + "]";
            ColumnPath path = path(column, place);
            if (path != null && column instanceof JsonObject object) {
                kind.column(object.textOf("name"), object.textOf("type"), path::value);
            }
        }
    }

    private void fields(JsonObject version, String at, Kind.Builder<DynamicResource> kind) {
        int index = 0;
        for (JsonValue field : elements(version, "selectableFields")) {
            String place = at + ".selectableFields[" + index++ + "]";
            ColumnPath path = path(field, place);
            if (path != null && path.isPlain()) {
                kind.field(path.path(), object -> path.value(object).toString());
            } else if (path != null) {
                problems.add(field.line(), place, place + ".jsonPath: must name a field, such as .spec.color");
            }
        }
    }

    private @Nullable ColumnPath path(JsonValue holder, String place) {
        JsonValue notation = holder.find("jsonPath");
        ColumnPath path = notation instanceof JsonText text ? ColumnPath.parse(text.text()) : null;
        if (path == null) {
            problems.add(
                    holder.line(),
                    place + ".jsonPath",
                    place
                            + ".jsonPath: must be such as .spec.replicas or .status.conditions[?(@.type==\"Ready\")].status");
        }
        return path;
    }
}
