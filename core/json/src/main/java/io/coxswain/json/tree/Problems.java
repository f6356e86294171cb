package io.coxswain.json.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one text. */
public final class Problems {
    private final String source;
    private final List<Problem> found = new ArrayList<>();
    private String subject = "";

    /** @param source the name of the text for its readers, or empty */
    public Problems(String source) {
        this.source = source;
    }

    /** Says whose problems are added from now on: an object such as {@code Deployment crawler}, or empty for the text. */
    public void about(String newSubject) {
        subject = newSubject;
    }

    /** Adds what is wrong on a line, counted from 1; 0 if it concerns the whole text. */
    public void add(int line, String text) {
        add(line, "", text);
    }

    /** Adds what is wrong with a field. */
    public void add(int line, String field, String text) {
        found.add(new Problem(source, line, subject, field, text));
    }

    public int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them in the order of the text. */
    public List<Problem> inOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Problem::line));
        return List.copyOf(sorted);
    }
}
