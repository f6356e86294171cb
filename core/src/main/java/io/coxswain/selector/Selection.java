package io.coxswain.selector;

import io.coxswain.api.meta.v1.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * Which objects of a kind are meant: all of namespace, labels and fields must fit.
 *
 * <pre>{@code
 * client.list(Pod.KIND, Selection.all().namespace("shop").labels("app=web,!canary").field("spec.nodeName", "n1"));
 * }</pre>
 *
 * @param namespace their namespace; null: any
 * @param labels what must hold of their labels
 * @param fields what must hold of their fields
 */
public record Selection(@Nullable String namespace, LabelSelection labels, FieldSelection fields) {
    private static final Selection ALL = new Selection(null, LabelSelection.everything(), FieldSelection.everything());

    /** All objects. */
    public static Selection all() {
        return ALL;
    }

    /** All objects of a namespace. */
    public static Selection inNamespace(String namespace) {
        return ALL.namespace(namespace);
    }

    /** Of these the ones in this namespace. */
    public Selection namespace(String only) {
        return new Selection(only, labels, fields);
    }

    /**
     * Of these the ones with labels as {@code kubectl -l} describes them, instead of what was asked of labels before.
     *
     * @throws IllegalArgumentException if the text isn't a label selector
     */
    public Selection labels(String selector) {
        return labels(LabelSelection.parse(selector));
    }

    /** Of these the ones with such labels, instead of what was asked of labels before. */
    public Selection labels(LabelSelection selection) {
        return new Selection(namespace, selection, fields);
    }

    /** Of these the ones that a resource's selector selects, instead of what was asked of labels before. */
    public Selection labels(@Nullable LabelSelector selector) {
        return labels(LabelSelection.of(selector));
    }

    /**
     * Of these the ones with fields as {@code kubectl --field-selector} describes them, instead of what was asked of
     * fields before.
     *
     * @throws IllegalArgumentException if the text isn't a field selector
     */
    public Selection fields(String selector) {
        return fields(FieldSelection.parse(selector));
    }

    /** Of these the ones with such fields, instead of what was asked of fields before. */
    public Selection fields(FieldSelection selection) {
        return new Selection(namespace, labels, selection);
    }

    /** Of these the ones with this value in this field too. */
    public Selection field(String path, String value) {
        return fields(fields.and(path, value));
    }

    /** Whether every object is selected. */
    public boolean isEverything() {
        return namespace == null && labels.isEverything() && fields.isEverything();
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        return isEverything() ? 0 : toString().hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Selection selection
                && java.util.Objects.equals(namespace, selection.namespace)
                && labels.equals(selection.labels)
                && fields.equals(selection.fields);
    }

    /** What is asked, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(namespace == null ? "all namespaces" : "namespace " + namespace);
        if (!labels.isEverything()) {
            text.append(", labels ").append(labels);
        }
        if (!fields.isEverything()) {
            text.append(", fields ").append(fields);
        }
        return text.toString();
    }
}
