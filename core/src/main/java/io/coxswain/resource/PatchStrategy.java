package io.coxswain.resource;

/**
 * A form of patch documents, and what such a document makes of an object.
 *
 * <p>Pure; any thread may use it. The server calls it again with a newer object when another write came between.
 */
public interface PatchStrategy {

    /** The media type that names the form between processes, such as {@code application/merge-patch+json}. */
    String mediaType();

    /**
     * The object as the document changes it; what the server must not let it change, the server puts right or refuses.
     *
     * @throws io.coxswain.error.BadRequestException if the document isn't a patch of this form, or what it makes isn't such an object
     * @throws io.coxswain.error.InvalidException if the patch can't be applied to this object
     */
    <R extends Resource<R>> R apply(R object, String document);
}
