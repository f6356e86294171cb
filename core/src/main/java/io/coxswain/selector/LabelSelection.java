package io.coxswain.selector;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.LabelSelectorRequirement;
import io.coxswain.selector.LabelRequirement.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects by labels: all of its requirements must hold. Immutable; two are equal if their canonical texts are.
 *
 * <p>Read from text as {@code kubectl -l} does ({@code app=web,tier in (front,back),!canary,gen>3}), or from the
 * {@link LabelSelector} of a resource.
 */
public final class LabelSelection {
    private static final LabelSelection EVERYTHING = new LabelSelection(List.of(), false);
    private static final LabelSelection NOTHING = new LabelSelection(List.of(), true);

    private final List<LabelRequirement> requirements;
    private final boolean impossible;

    private LabelSelection(List<LabelRequirement> requirements, boolean impossible) {
        this.requirements = requirements;
        this.impossible = impossible;
    }

    /** Selects whatever labels there are. */
    public static LabelSelection everything() {
        return EVERYTHING;
    }

    /** Selects nothing at all. */
    public static LabelSelection nothing() {
        return NOTHING;
    }

    /**
     * Reads the text of a selector; empty text selects everything.
     *
     * @throws IllegalArgumentException if the text isn't one; the message says where and what is expected
     */
    public static LabelSelection parse(String text) {
        return of(new LabelSelectionParser(text).parse());
    }

    /** Selects what meets all of these. */
    public static LabelSelection of(List<LabelRequirement> requirements) {
        if (requirements.isEmpty()) {
            return EVERYTHING;
        }
        if (requirements.size() == 1) {
            return new LabelSelection(List.copyOf(requirements), false);
        }
        List<LabelRequirement> sorted = new ArrayList<>(requirements);
        sorted.sort(Comparator.comparing(LabelRequirement::key));
        return new LabelSelection(List.copyOf(sorted), false);
    }

    /**
     * Selects what has all of these labels.
     *
     * @throws IllegalArgumentException if a key or a value can't be that of a label
     */
    public static LabelSelection of(Map<String, String> labels) {
        List<LabelRequirement> requirements = new ArrayList<>();
        labels.forEach((key, value) -> requirements.add(new LabelRequirement(key, Operator.EQUALS, List.of(value))));
        return of(requirements);
    }

    /**
     * Selects what a resource's selector selects: an empty one everything, an absent one nothing.
     *
     * @throws IllegalArgumentException if the selector isn't valid
     */
    public static LabelSelection of(@Nullable LabelSelector selector) {
        if (selector == null) {
            return NOTHING;
        }
        if (selector.matchExpressions().isEmpty()) {
            return of(selector.matchLabels());
        }
        List<LabelRequirement> requirements = new ArrayList<>(of(selector.matchLabels()).requirements);
        for (LabelSelectorRequirement expression : selector.matchExpressions()) {
            requirements.add(
                    new LabelRequirement(expression.key(), operator(expression.operator()), expression.values()));
        }
        return of(requirements);
    }

    private static Operator operator(String name) {
        return switch (name) {
            case "In" -> Operator.IN;
            case "NotIn" -> Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.DOES_NOT_EXIST;
            default ->
                throw new IllegalArgumentException("\"" + name
                        + "\" is not a valid label selector operator: In, NotIn, Exists and DoesNotExist are");
        };
    }

    /** Whether these labels are selected. */
    public boolean matches(Map<String, String> labels) {
        if (impossible) {
            return false;
        }
        for (int i = 0; i < requirements.size(); i++) {
            if (!requirements.get(i).matches(labels)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every object is selected, so that labels needn't be looked at. */
    public boolean isEverything() {
        return requirements.isEmpty() && !impossible;
    }

    /** Whether no object can be selected because this is {@link #nothing()}. */
    public boolean isNothing() {
        return impossible;
    }

    /** What must hold, ordered by key; for who builds an index. */
    public List<LabelRequirement> requirements() {
        return requirements;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelSelection selection
                && impossible == selection.impossible
                && requirements.equals(selection.requirements);
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The canonical text, which {@link #parse} reads; {@code <nothing>} for {@link #nothing()}. */
    @Override
    public String toString() {
        return impossible
                ? "<nothing>"
                : requirements.stream().map(LabelRequirement::toString).collect(Collectors.joining(","));
    }
}
