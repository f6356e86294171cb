package io.coxswain.resource;

/**
 * A change of an object as a document.
 *
 * @param strategy how the document is read
 * @param document the text
 */
public record Patch(PatchStrategy strategy, String document) {

    /** The object as this changes it; fails as {@link PatchStrategy#apply} does. */
    public <R extends Resource<R>> R apply(R object) {
        return strategy.apply(object, document);
    }
}
