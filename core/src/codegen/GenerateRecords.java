import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the records of the built-in kinds from facts about the Kubernetes API: names, types, what is required and
 * how lists merge. Run it from the project's root, then format what it wrote:
 *
 * <pre>
 * java core/src/codegen/GenerateRecords.java types-1.32.json fields.json
 * mvn spotless:apply -pl core
 * </pre>
 *
 * <p>{@code types-1.32.json} holds the definitions of the OpenAPI document, {@code fields.json} the conformance table
 * {@code api/fields}. Beside this file, {@code types.txt} has one line of Javadoc per type (a type without a line is an
 * error) and {@code snippets/} the hand-written members that a record gets besides.
 */
final class GenerateRecords {
    private static final String ROOT_PACKAGE = "io.coxswain.api.";

    /** The kinds that are supported; every type that they reach is written. */
    private static final List<String> KINDS = List.of(
            "core/v1/Pod",
            "core/v1/Node",
            "core/v1/Service",
            "core/v1/Namespace",
            "core/v1/Event",
            "core/v1/ConfigMap",
            "core/v1/Secret",
            "core/v1/Binding",
            "apps/v1/Deployment",
            "apps/v1/ReplicaSet",
            "discovery/v1/EndpointSlice",
            "coordination/v1/Lease");

    /** What is asked of the binding subresource and never stored. */
    private static final Set<String> WITHOUT_KIND = Set.of("core/v1/Binding");

    /** Below this many components a record gets a wither for each; from here on a builder. */
    private static final int BUILDER_FROM = 8;

    private static final Map<String, String> BOXES =
            Map.of("boolean", "Boolean", "int", "Integer", "long", "Long", "double", "Double");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract", "assert", "boolean", "break", "byte", "case", "catch", "char", "class", "const", "continue",
            "default", "do", "double", "else", "enum", "extends", "final", "finally", "float", "for", "goto", "if",
            "implements", "import", "instanceof", "int", "interface", "long", "native", "new", "package", "private",
            "protected", "public", "return", "short", "static", "strictfp", "super", "switch", "synchronized", "this",
            "throw", "throws", "transient", "try", "void", "volatile", "while", "true", "false", "null", "clone",
            "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Map<String, Object> definitions;
    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, String> javadoc;
    private final Path snippets;
    private final Path output;

    private GenerateRecords(Path openapi, Path fields, Path here, Path output) throws IOException {
        this.definitions = object(Json.parse(Files.readString(openapi)));
        for (Object each : list(object(Json.parse(Files.readString(fields))).get("cases"))) {
            Map<String, Object> row = object(each);
            Type type = new Type((String) object(row.get("input")).get("type"), object(row.get("expect")));
            types.put(type.id, type);
        }
        this.javadoc = readJavadoc(here.resolve("types.txt"));
        this.snippets = here.resolve("snippets");
        this.output = output;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 && arguments.length != 4) {
            throw new IllegalArgumentException(
                    "usage: java GenerateRecords.java types-1.32.json fields.json [project output]");
        }
        Path project = Path.of(arguments.length == 4 ? arguments[2] : "");
        Path output = arguments.length == 4 ? Path.of(arguments[3]) : project.resolve("core/src/main/java");
        new GenerateRecords(
                        Path.of(arguments[0]), Path.of(arguments[1]), project.resolve("core/src/codegen"), output)
                .write();
    }

    private void write() throws IOException {
        Set<String> reached = reached();
        markStructsThatNeedAnEmptyOne(reached);
        for (String id : reached) {
            Type type = types.get(id);
            Path file = output.resolve(type.packageName().replace('.', '/')).resolve(type.name + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, new Source(type).text());
        }
    }

    private Set<String> reached() {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(KINDS);
        types.keySet().stream().filter(id -> id.startsWith("meta/v1/")).forEach(open::add);
        while (!open.isEmpty()) {
            String id = open.remove();
            if (reached.add(id)) {
                types.get(id).fields.values().stream().map(GenerateRecords::element).filter(types::containsKey).forEach(open::add);
            }
        }
        return reached;
    }

    /** A struct that is never null stands for its absence, so it needs an empty instance even if it has required fields. */
    private void markStructsThatNeedAnEmptyOne(Collection<String> reached) {
        for (String id : reached) {
            Type type = types.get(id);
            type.fields.forEach((name, wire) -> {
                if (types.containsKey(wire) && !type.nullable.contains(name)) {
                    types.get(wire).standsForAbsence = true;
                }
            });
        }
    }

    private static String element(String wire) {
        return wire.replaceFirst("^\\[]", "").replaceFirst("^map\\[string]", "");
    }

    private static Map<String, String> readJavadoc(Path file) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                String[] parts = line.split(" ", 2);
                lines.put(parts[0], parts[1]);
            }
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    private static Set<String> names(Object value) {
        Set<String> names = new LinkedHashSet<>();
        list(value).forEach(name -> names.add((String) name));
        return names;
    }

    /** One row of the table {@code api/fields}. */
    private static final class Type {
        final String id;
        final String name;
        final Map<String, String> fields = new LinkedHashMap<>();
        final Set<String> required;
        final Set<String> nullable;
        final Set<String> alwaysWritten;
        final Map<String, Object> strategicMerge;
        final Map<String, Object> listType;
        boolean standsForAbsence;

        Type(String id, Map<String, Object> row) {
            this.id = id;
            this.name = id.substring(id.lastIndexOf('/') + 1);
            this.required = names(row.get("required"));
            this.nullable = names(row.get("nullable"));
            this.alwaysWritten = names(row.get("alwaysWritten"));
            this.strategicMerge = object(row.get("strategicMerge"));
            this.listType = object(row.get("listType"));
            orderForReaders(object(row.get("fields"))).forEach((field, wire) -> fields.put(field, (String) wire));
            if (isKind()) {
                fields.remove("apiVersion");
                fields.remove("kind");
            }
        }

        /** What identifies an object comes first, then what is asked, then what is; the rest in alphabetical order. */
        private static Map<String, Object> orderForReaders(Map<String, Object> alphabetical) {
            Map<String, Object> ordered = new LinkedHashMap<>();
            for (String first : List.of("apiVersion", "kind", "metadata", "namespace", "name", "key", "type", "spec", "status")) {
                if (alphabetical.containsKey(first)) {
                    ordered.put(first, alphabetical.get(first));
                }
            }
            alphabetical.forEach(ordered::putIfAbsent);
            return ordered;
        }

        boolean isKind() {
            return KINDS.contains(id);
        }

        String packageName() {
            return ROOT_PACKAGE + id.substring(0, id.lastIndexOf('/')).replace('/', '.');
        }

        String qualifiedName() {
            return packageName() + "." + name;
        }

        String definition() {
            String group = id.substring(0, id.lastIndexOf('/')).replace('/', '.');
            return group.startsWith("meta.")
                    ? "io.k8s.apimachinery.pkg.apis." + group + "." + name
                    : "io.k8s.api." + group + "." + name;
        }
    }

    /** The text of one record. */
    private final class Source {
        private final Type type;
        private final Map<String, Object> definition;
        private final Set<String> imports = new TreeSet<>();
        private final StringBuilder body = new StringBuilder();

        Source(Type type) {
            this.type = type;
            this.definition = object(definitions.get(type.definition()));
            if (definition.isEmpty()) {
                throw new IllegalStateException(type.definition() + " is in the table but not in the definitions");
            }
        }

        String text() throws IOException {
            header();
            constants();
            constructor();
            String snippet = snippet();
            body.append(snippet);
            conditions();
            if (type.fields.size() < BUILDER_FROM) {
                withers();
            } else if (type.isKind()) {
                witherOfTwoInterfaces();
            }
            equality();
            if (!snippet.contains(" toString()")) {
                text("Names what is set.", "String toString()", "return " + use("io.coxswain.value.Described") + ".record(this);");
            }
            body.append("}\n");
            StringBuilder text = new StringBuilder("// Written by core/src/codegen/GenerateRecords.java; change it there.\n");
            text.append("package ").append(type.packageName()).append(";\n\n");
            for (String each : imports) {
                if (each.startsWith("static ")) {
                    text.append("import ").append(each).append(";\n");
                }
            }
            text.append('\n');
            for (String each : imports) {
                if (!each.startsWith("static ")) {
                    text.append("import ").append(each).append(";\n");
                }
            }
            return text.append('\n').append(body).toString();
        }

        private void header() {
            String doc = javadoc.get(type.id);
            if (doc == null) {
                throw new IllegalStateException("types.txt has no line for " + type.id);
            }
            body.append("/** ").append(doc).append(" */\n");
            if ("atomic".equals(definition.get("x-kubernetes-map-type"))) {
                body.append("@").append(use("io.coxswain.schema.Atomic")).append('\n');
            }
            boolean builder = type.fields.size() >= BUILDER_FROM;
            if (builder) {
                body.append("@").append(use("io.soabase.recordbuilder.core.RecordBuilder")).append('\n');
            }
            body.append("public record ").append(type.name).append("(");
            String separator = "\n";
            for (String field : type.fields.keySet()) {
                body.append(separator).append("        ").append(annotations(field)).append(javaType(field)).append(' ').append(javaName(field));
                separator = ",\n";
            }
            body.append(")");
            List<String> interfaces = new ArrayList<>();
            if (type.isKind()) {
                interfaces.add(use("io.coxswain.resource.Resource") + "<" + type.name + ">");
                interfaces.add(use("io.coxswain.resource.WithMetadata") + "<" + type.name + ">");
                if (type.fields.containsKey("status")) {
                    interfaces.add(use("io.coxswain.resource.WithStatus") + "<" + type.name + ", " + javaType("status") + ">");
                }
            }
            if (builder) {
                interfaces.add(type.name + "Builder.With");
            }
            if (!interfaces.isEmpty()) {
                body.append(" implements ").append(String.join(", ", interfaces));
            }
            body.append(" {\n");
        }

        private void constants() {
            if (type.isKind() && !WITHOUT_KIND.contains(type.id)) {
                body.append("    /** The kind: its names, defaults and rules. */\n");
                body.append("    public static final ").append(use("io.coxswain.resource.Kind")).append('<').append(type.name);
                body.append("> KIND = ").append(type.name).append("Rules.kind();\n\n");
            }
            boolean allOptional = type.required.isEmpty() && !type.isKind();
            if (allOptional || type.standsForAbsence) {
                List<String> arguments = new ArrayList<>();
                type.fields.forEach((field, wire) -> arguments.add(emptyArgument(field, wire)));
                body.append("    /** Nothing is set. */\n");
                body.append("    public static final ").append(type.name).append(" EMPTY = new ").append(type.name).append('(');
                body.append(String.join(", ", arguments)).append(");\n\n");
            }
        }

        private String emptyArgument(String field, String wire) {
            if (type.nullable.contains(field) || wire.endsWith("Time")) {
                return "null";
            }
            if (wire.startsWith("[]")) {
                return use("java.util.List") + ".of()";
            }
            if (wire.startsWith("map[")) {
                return use("java.util.Map") + ".of()";
            }
            if (isAsText(field)) {
                return "0L";
            }
            switch (wire) {
                case "string":
                    return "\"\"";
                case "boolean":
                    return "false";
                case "int32":
                    return "0";
                case "int64":
                    return "0L";
                case "double":
                    return "0.0";
                default:
                    return absent(wire);
            }
        }

        private void constructor() {
            List<String> lines = new ArrayList<>();
            type.fields.forEach((field, wire) -> {
                String line = normalized(field, wire);
                if (line != null) {
                    lines.add("        " + javaName(field) + " = " + line + ";\n");
                }
            });
            if (!lines.isEmpty()) {
                body.append("    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */\n");
                body.append("    public ").append(type.name).append(" {\n");
                lines.forEach(body::append);
                body.append("    }\n");
            }
        }

        /** The right side of the assignment that makes a component what the wire can carry; null if it already is. */
        private String normalized(String field, String wire) {
            String name = javaName(field);
            if (wire.startsWith("[]")) {
                return use("io.coxswain.value.Ordered") + ".list(" + name + ")";
            }
            if (wire.startsWith("map[")) {
                return use("io.coxswain.value.Ordered") + ".map(" + name + ")";
            }
            if (wire.equals("Time")) {
                return use("io.coxswain.value.Times") + ".seconds(" + name + ")";
            }
            if (wire.equals("MicroTime")) {
                return use("io.coxswain.value.Times") + ".micros(" + name + ")";
            }
            if (type.nullable.contains(field) || isAsText(field) || Set.of("boolean", "int32", "int64", "double").contains(wire)) {
                return null;
            }
            imports.add("static java.util.Objects.requireNonNullElse");
            return "requireNonNullElse(" + name + ", " + (wire.equals("string") ? "\"\"" : absent(wire)) + ")";
        }

        private String absent(String wire) {
            switch (wire) {
                case "bytes":
                    return use("io.coxswain.value.Bytes") + ".EMPTY";
                case "Quantity":
                    return use("io.coxswain.value.Quantity") + ".ZERO";
                case "IntOrString":
                    return use("io.coxswain.value.IntOrString") + ".ZERO";
                case "RawExtension":
                case "FieldsV1":
                case "any":
                    return use("io.coxswain.value.RawJson") + ".NULL";
                default:
                    return use(types.get(wire).qualifiedName()) + ".EMPTY";
            }
        }

        private String snippet() throws IOException {
            Path file = snippets.resolve(type.name + ".txt");
            if (!Files.exists(file)) {
                return "";
            }
            StringBuilder text = new StringBuilder("\n");
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("import ")) {
                    imports.add(line.substring("import ".length(), line.length() - 1));
                } else {
                    text.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
                }
            }
            return text.toString();
        }

        /** Conditions are looked up and exchanged by their type everywhere. */
        private void conditions() {
            String wire = type.fields.getOrDefault("conditions", "");
            if (wire.startsWith("[]")) {
                String condition = use(types.get(wire.substring(2)).qualifiedName());
                String optional = use("java.util.Optional") + "<" + condition + ">";
                body.append("\n    /** The condition of this type, if there is one. */\n");
                body.append("    public ").append(optional).append(" condition(String type) {\n");
                body.append("        return conditions.stream().filter(each -> each.type().equals(type)).findFirst();\n    }\n");
                body.append("\n    /** This with this condition in the place of the one of its type, else at the end. */\n");
                body.append("    public ").append(type.name).append(" withCondition(").append(condition).append(" condition) {\n");
                body.append("        return withConditions(").append(use("io.coxswain.value.Ordered"));
                body.append(".with(conditions, condition, ").append(condition).append("::type));\n    }\n");
            }
            if (type.name.endsWith("Condition") && type.fields.containsKey("status")) {
                List<String> arguments = new ArrayList<>();
                Set<String> given = Set.of("type", "status", "reason", "message");
                type.fields.forEach((field, each) -> arguments.add(given.contains(field) ? field : emptyArgument(field, each)));
                body.append("\n    /** A condition with a status of True, False or Unknown; its times are left to who stores it. */\n");
                body.append("    public static ").append(type.name).append(" of(String type, String status, String reason, String message) {\n");
                body.append("        return new ").append(type.name).append('(').append(String.join(", ", arguments)).append(");\n    }\n");
                body.append("\n    /** Whether the status is True. */\n");
                body.append("    public boolean isTrue() {\n        return status.equals(\"True\");\n    }\n");
            }
        }

        private void withers() {
            List<String> all = type.fields.keySet().stream().map(GenerateRecords::javaName).toList();
            for (String field : type.fields.keySet()) {
                String name = javaName(field);
                String capitalized = Character.toUpperCase(field.charAt(0)) + field.substring(1);
                body.append("\n    /** This with another {@code ").append(field).append("}. */\n");
                if (type.isKind() && (field.equals("metadata") || field.equals("status"))) {
                    body.append("    @Override\n");
                }
                body.append("    public ").append(type.name).append(" with").append(capitalized).append('(');
                body.append(javaType(field)).append(' ').append(name).append(") {\n");
                body.append("        return new ").append(type.name).append('(').append(String.join(", ", all)).append(");\n    }\n");
            }
        }

        /** The builder's interface has a body for it, the resource's has none. */
        private void witherOfTwoInterfaces() {
            body.append("\n    @Override\n    public ").append(type.name).append(" withMetadata(ObjectMeta metadata) {\n");
            body.append("        return ").append(type.name).append("Builder.With.super.withMetadata(metadata);\n    }\n");
        }

        /** Written out, because what the JVM makes of a record costs a tenth of a second when a Pod is first compared. */
        private void equality() {
            List<String> terms = new ArrayList<>();
            List<String> hashes = new ArrayList<>();
            type.fields.forEach((field, wire) -> {
                String name = javaName(field);
                String javaType = javaType(field);
                if (BOXES.containsKey(javaType)) {
                    terms.add(0, name + " == that." + name);
                    hashes.add(BOXES.get(javaType) + ".hashCode(" + name + ")");
                } else if (javaType.startsWith("@")) {
                    terms.add(use("java.util.Objects") + ".equals(" + name + ", that." + name + ")");
                    hashes.add(use("java.util.Objects") + ".hashCode(" + name + ")");
                } else {
                    terms.add(name + ".equals(that." + name + ")");
                    hashes.add(name + ".hashCode()");
                }
            });
            String object = "@" + use("org.jspecify.annotations.Nullable") + " Object other";
            text("", "boolean equals(" + object + ")",
                    "return this == other || (other instanceof " + type.name + " that && " + String.join(" && ", terms) + ");");
            StringBuilder hash = new StringBuilder("int hash = " + hashes.get(0) + ";");
            hashes.stream().skip(1).forEach(each -> hash.append(" hash = 31 * hash + ").append(each).append(';'));
            text("The same in every JVM.", "int hashCode()", hash + " return hash;");
        }

        private void text(String doc, String signature, String statements) {
            body.append(doc.isEmpty() ? "\n" : "\n    /** " + doc + " */\n");
            body.append("    @Override\n    public ").append(signature).append(" {\n        ").append(statements).append("\n    }\n");
        }

        private String annotations(String field) {
            StringBuilder text = new StringBuilder();
            if (type.required.contains(field)) {
                text.append("@").append(use("io.coxswain.schema.Required")).append(' ');
            }
            if (type.alwaysWritten.contains(field)) {
                text.append("@").append(use("io.coxswain.schema.AlwaysWritten")).append(' ');
            }
            String wire = type.fields.get(field);
            if (type.nullable.contains(field) && wire.equals("string")) {
                text.append("@").append(use("io.coxswain.schema.EmptyIsValue")).append(' ');
            }
            if (wire.equals("MicroTime")) {
                text.append("@").append(use("io.coxswain.schema.Micros")).append(' ');
            }
            if (isAsText(field)) {
                text.append("@").append(use("io.coxswain.schema.AsText")).append(' ');
            }
            Map<String, Object> merge = object(type.listType.get(field));
            if ("set".equals(merge.get("type"))) {
                text.append("@").append(use("io.coxswain.schema.ListSet")).append(' ');
            } else if ("map".equals(merge.get("type"))) {
                text.append("@").append(use("io.coxswain.schema.ListMap")).append(strings(list(merge.get("keys")))).append(' ');
            }
            Map<String, Object> property = object(object(definition.get("properties")).get(field));
            if ("atomic".equals(property.get("x-kubernetes-map-type"))) {
                text.append("@").append(use("io.coxswain.schema.Atomic")).append(' ');
            }
            Map<String, Object> strategy = object(type.strategicMerge.get(field));
            if (!strategy.isEmpty()) {
                text.append("@").append(use("io.coxswain.schema.StrategicMerge"));
                String key = (String) strategy.get("key");
                if (key == null) {
                    text.append("(\"").append(strategy.get("strategy")).append("\") ");
                } else {
                    text.append("(value = \"").append(strategy.get("strategy")).append("\", key = \"").append(key).append("\") ");
                }
            }
            return text.toString();
        }

        private static String strings(List<Object> values) {
            List<String> quoted = values.stream().map(value -> "\"" + value + "\"").toList();
            return quoted.size() == 1 ? "(" + quoted.get(0) + ")" : "({" + String.join(", ", quoted) + "})";
        }

        /** The revision of an object is a number for us and text on the wire. */
        private boolean isAsText(String field) {
            return type.id.equals("meta/v1/ObjectMeta") && field.equals("resourceVersion");
        }

        private String javaType(String field) {
            String wire = type.fields.get(field);
            boolean nullable = type.nullable.contains(field) || wire.equals("Time") || wire.equals("MicroTime");
            if (isAsText(field)) {
                return "long";
            }
            String plain = plainType(wire, nullable);
            return nullable ? "@" + use("org.jspecify.annotations.Nullable") + " " + plain : plain;
        }

        private String plainType(String wire, boolean boxed) {
            if (wire.startsWith("[]")) {
                return use("java.util.List") + "<" + plainType(wire.substring(2), true) + ">";
            }
            if (wire.startsWith("map[string]")) {
                return use("java.util.Map") + "<String, " + plainType(wire.substring("map[string]".length()), true) + ">";
            }
            switch (wire) {
                case "string":
                    return "String";
                case "boolean":
                    return boxed ? "Boolean" : "boolean";
                case "int32":
                    return boxed ? "Integer" : "int";
                case "int64":
                    return boxed ? "Long" : "long";
                case "double":
                    return boxed ? "Double" : "double";
                case "Time":
                case "MicroTime":
                    return use("java.time.Instant");
                case "RawExtension":
                case "FieldsV1":
                case "any":
                    return use("io.coxswain.value.RawJson");
                case "bytes":
                    return use("io.coxswain.value.Bytes");
                case "Quantity":
                case "IntOrString":
                    return use("io.coxswain.value." + wire);
                default:
                    return use(types.get(wire).qualifiedName());
            }
        }

        private String use(String qualifiedName) {
            int dot = qualifiedName.lastIndexOf('.');
            if (!qualifiedName.substring(0, dot).equals(type.packageName())) {
                imports.add(qualifiedName);
            }
            return qualifiedName.substring(dot + 1);
        }
    }

    private static String javaName(String field) {
        return KEYWORDS.contains(field) ? field + "_" : field;
    }

    /** As much of JSON as the two files use: a JDK alone must be able to run this. */
    private static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object parse(String text) {
            return new Json(text).value();
        }

        private Object value() {
            switch (next()) {
                case '{':
                    return members();
                case '[':
                    return elements();
                case '"':
                    return string();
                default:
                    return literal();
            }
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            while (next() != '}') {
                String name = string();
                expect(':');
                members.put(name, value());
                if (next() == ',') {
                    at++;
                }
            }
            at++;
            return members;
        }

        private List<Object> elements() {
            List<Object> elements = new ArrayList<>();
            at++;
            while (next() != ']') {
                elements.add(value());
                if (next() == ',') {
                    at++;
                }
            }
            at++;
            return elements;
        }

        private String string() {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (text.charAt(at) != '"') {
                char c = text.charAt(at++);
                if (c != '\\') {
                    string.append(c);
                } else if (text.charAt(at) == 'u') {
                    string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 5;
                } else {
                    char escaped = text.charAt(at++);
                    string.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
                }
            }
            at++;
            return string.toString();
        }

        /** Numbers and the three words; none of them matters here, so they stay text. */
        private String literal() {
            int start = at;
            while (",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private void expect(char c) {
            if (next() != c) {
                throw new IllegalStateException("expected " + c + " at " + at);
            }
            at++;
        }

        private char next() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }
    }
}
