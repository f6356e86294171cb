package io.coxswain.resource;

/**
 * Points to one object of any kind.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param key namespace and name
 * @param uid the uid that was seen, or the empty text for whichever object has that name
 */
public record ResourceRef(String apiVersion, String kind, ResourceKey key, String uid) {
    @Override
    public String toString() {
        return kind + " " + key;
    }
}
