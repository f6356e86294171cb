package io.coxswain.json;

import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.yaml.YamlReader;
import io.coxswain.resource.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes kinds from CustomResourceDefinitions ({@code apiextensions.k8s.io/v1}), for objects that have no record in Java.
 *
 * <pre>{@code
 * static final Kind<DynamicResource> WEBSITE = DynamicKinds.read(Path.of("website-definition.yaml"));
 *
 * Cluster.builder().kind(WEBSITE)...
 * Controller.of(WEBSITE, WebsiteReconciler::new)
 * }</pre>
 *
 * <p>Objects are defaulted, validated, pruned and merged as the definition's schema says. The version that is stored makes the kind;
 * others aren't served, as nothing converts between them. CEL rules ({@code x-kubernetes-validations}) aren't evaluated, which a log
 * line says: put them into a controller or an admission plug-in.
 */
public final class DynamicKinds {
    private DynamicKinds() {}

    /**
     * The kind that a file with one definition describes.
     *
     * @throws ManifestException if it can't be read or anything in it is wrong; says all of it
     */
    public static Kind<DynamicResource> read(Path file) {
        return only(readAll(file), file.toString());
    }

    /** The kinds of a file with several definitions, in their order. */
    public static List<Kind<DynamicResource>> readAll(Path file) {
        Problems problems = new Problems(file.toString());
        String text = TextFile.read(file, problems);
        ManifestException.throwIfAny(problems);
        return parseAll(file.toString(), Objects.requireNonNull(text));
    }

    /**
     * The kind that a text with one definition describes.
     *
     * @param source what messages call the text, as they would name a file
     * @throws ManifestException if anything in it is wrong; says all of it
     */
    public static Kind<DynamicResource> parse(String source, String text) {
        return only(parseAll(source, text), source);
    }

    private static Kind<DynamicResource> only(List<Kind<DynamicResource>> kinds, String source) {
        if (kinds.size() != 1) {
            Problems problems = new Problems(source);
            problems.add(0, "holds " + kinds.size() + " definitions, must hold one: use readAll");
            throw new ManifestException(problems.inOrder());
        }
        return kinds.get(0);
    }

    private static List<Kind<DynamicResource>> parseAll(String source, String text) {
        Problems problems = new Problems(source);
        List<Kind<DynamicResource>> kinds = new ArrayList<>();
        for (JsonValue document : YamlReader.readAll(text, problems)) {
            if (document instanceof JsonObject tree) {
                Kind<DynamicResource> kind = new Definition(tree, problems).kind();
                if (kind != null) {
                    kinds.add(kind);
                }
            } else {
                problems.add(document.line(), "is " + document.describe() + ", must be a CustomResourceDefinition");
            }
        }
        ManifestException.throwIfAny(problems);
        return List.copyOf(kinds);
    }
}
