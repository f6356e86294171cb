package io.coxswain.json;

import io.coxswain.json.patch.PatchForm;
import io.coxswain.resource.Patch;
import io.coxswain.resource.PatchStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The forms of patch documents that Kubernetes takes, all JSON.
 *
 * <pre>{@code
 * client.patch(Deployment.KIND, key, Patches.merge("{\"spec\":{\"replicas\":3}}"));
 * }</pre>
 */
public final class Patches {
    private Patches() {}

    /** A list of operations, RFC 6902: {@code [{"op":"replace","path":"/spec/replicas","value":3}]}. */
    public static Patch json(String document) {
        return of(PatchForm.JSON, document);
    }

    /** What shall be otherwise, RFC 7386; null removes, lists are replaced. */
    public static Patch merge(String document) {
        return of(PatchForm.MERGE, document);
    }

    /** What shall be otherwise, where lists such as a Pod's containers are merged by their keys; obeys Kubernetes' directives. */
    public static Patch strategicMerge(String document) {
        return of(PatchForm.STRATEGIC_MERGE, document);
    }

    private static Patch of(PatchForm form, String document) {
        return new Patch(new PatchDocuments(form), document);
    }

    /** The form that a media type names, or null if it is none of these. */
    public static @Nullable PatchStrategy strategy(String mediaType) {
        for (PatchForm form : PatchForm.values()) {
            if (form.mediaType().equals(mediaType)) {
                return new PatchDocuments(form);
            }
        }
        return null;
    }
}
