package io.coxswain.json.patch;

import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonValue;

/** The forms of patch documents that Kubernetes takes. */
public enum PatchForm {
    JSON("application/json-patch+json") {
        @Override
        public JsonValue apply(JsonObject object, JsonValue patch, Class<?> type) {
            return JsonPatch.of(patch).apply(object);
        }
    },
    MERGE("application/merge-patch+json") {
        @Override
        public JsonValue apply(JsonObject object, JsonValue patch, Class<?> type) {
            return MergePatch.apply(object, patch);
        }
    },
    STRATEGIC_MERGE("application/strategic-merge-patch+json") {
        @Override
        public JsonValue apply(JsonObject object, JsonValue patch, Class<?> type) {
            return StrategicMergePatch.cleaned(StrategicMergePatch.apply(object, patch, type));
        }
    };

    private final String mediaType;

    PatchForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The name of the form between processes. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The object as the patch changes it.
     *
     * @param type the record of the object, which says how its lists are merged
     * @throws PatchException if the patch is none of this form, or can't be applied to the object
     */
    public abstract JsonValue apply(JsonObject object, JsonValue patch, Class<?> type);
}
