package io.coxswain.json;

import io.coxswain.api.Kinds;
import io.coxswain.error.InvalidException;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.Problem;
import io.coxswain.json.tree.Problems;
import io.coxswain.resource.Resource;
import io.coxswain.validation.FieldError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of objects, YAML or JSON, as one gives it to {@code kubectl apply -f}. Read strictly: everything that is wrong with any of its
 * documents is told at once, with line, object, field and a suggestion.
 *
 * <p>Documents are separated by {@code ---}; empty ones are skipped and a {@code List} stands for its items. Scalars mean what they mean to
 * Kubernetes. Fields without which Kubernetes takes no such object must be there. What only a server can judge isn't judged here;
 * when it has, {@link #located} finds the lines.
 */
public final class Manifest {
    private final String source;
    private final List<Document> documents;

    Manifest(String source, List<Document> documents) {
        this.source = source;
        this.documents = List.copyOf(documents);
    }

    /**
     * Reads a file.
     *
     * @throws ManifestException if it can't be read, holds no object, or anything in it is wrong; says all of it
     */
    public static Manifest read(Path file, Kinds kinds) {
        Problems problems = new Problems(file.toString());
        String text = TextFile.read(file, problems);
        ManifestException.throwIfAny(problems);
        return ManifestReader.read(file.toString(), text == null ? "" : text, kinds);
    }

    /**
     * Reads a text.
     *
     * @param source what messages call the text, as they would name a file
     * @throws ManifestException if it holds no object or anything in it is wrong; says all of it
     */
    public static Manifest parse(String source, String text, Kinds kinds) {
        return ManifestReader.read(source, text, kinds);
    }

    /** The file as it was named. */
    public String source() {
        return source;
    }

    /** The objects with their places, in the order of the file. */
    public List<Document> documents() {
        return documents;
    }

    /** The objects in the order of the file. */
    public List<Resource<?>> objects() {
        return documents.stream().<Resource<?>>map(Document::object).toList();
    }

    /**
     * The same refusal, told with the lines of this file; it is the cause. Those of other objects of the same transaction are told
     * too, which are suppressed in it.
     */
    public ManifestException located(InvalidException refusal) {
        List<Problem> problems = new ArrayList<>(problems(refusal));
        for (Throwable other : refusal.getSuppressed()) {
            if (other instanceof InvalidException invalid) {
                problems.addAll(problems(invalid));
            }
        }
        problems.sort(Comparator.comparingInt(Problem::line));
        return new ManifestException(problems, refusal);
    }

    private List<Problem> problems(InvalidException refusal) {
        Document document = find(refusal.subject());
        String subject = document == null ? refusal.subject() : document.subject();
        return refusal.errors().stream()
                .map(error -> problem(document, subject, error))
                .toList();
    }

    private Problem problem(@Nullable Document document, String subject, FieldError error) {
        int line = document == null ? 0 : document.line(error.field());
        return new Problem(source, line, subject, error.field(), error.toString());
    }

    /** A refused object has its namespace; in the file it may have been left out. */
    private @Nullable Document find(String subject) {
        for (Document document : documents) {
            String kind = document.object().kind().name();
            String name = document.object().metadata().name();
            boolean anyNamespace = document.object().metadata().namespace().isEmpty();
            boolean same = anyNamespace
                    ? subject.startsWith(kind + " ") && subject.endsWith("/" + name)
                    : subject.equals(kind + " " + document.object().key());
            if (same || subject.equals(document.subject())) {
                return document;
            }
        }
        return null;
    }

    /** One object and where it stands. */
    public static final class Document {
        private final Resource<?> object;
        private final JsonObject tree;

        Document(Resource<?> object, JsonObject tree) {
            this.object = object;
            this.tree = tree;
        }

        /** The object. */
        public Resource<?> object() {
            return object;
        }

        /** The line on which it begins, counted from 1. */
        public int line() {
            return tree.line();
        }

        /** The line of a field such as {@code spec.containers[0].image}, or of the nearest thing around it that is in the file. */
        public int line(String field) {
            return tree.lineOf(field);
        }

        /** What messages call it: {@code Deployment crawler}, {@code Deployment shop/crawler}. */
        String subject() {
            return ObjectReader.subject(tree);
        }
    }
}
