package io.coxswain.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one text. */
final class Problems {
    private final String source;
    private final List<ManifestProblem> found = new ArrayList<>();
    private String subject = "";

    /** @param source the name of the text for its readers, or empty */
    Problems(String source) {
        this.source = source;
    }

    /** Says whose problems are added from now on: an object such as {@code Deployment crawler}, or empty for the text. */
    void about(String newSubject) {
        subject = newSubject;
    }

    void add(int line, String text) {
        add(line, "", text);
    }

    void add(int line, String field, String text) {
        found.add(new ManifestProblem(source, line, subject, field, text));
    }

    int count() {
        return found.size();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them in the order of the text. */
    List<ManifestProblem> inOrder() {
        List<ManifestProblem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(ManifestProblem::line));
        return List.copyOf(sorted);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ManifestException(inOrder());
        }
    }
}
