package io.coxswain.resource;

/**
 * Names one object among those of its kind: namespace (empty for a kind of cluster scope) and name. Ordered by namespace, then name, which is the order of every list.
 *
 * @param namespace the namespace, or the empty text
 * @param name the name, never empty
 */
public record ResourceKey(String namespace, String name) implements Comparable<ResourceKey> {
    /** A key of a namespaced object. */
    public static ResourceKey of(String namespace, String name) {
        return new ResourceKey(namespace, name);
    }

    /** A key of an object of cluster scope. */
    public static ResourceKey cluster(String name) {
        return new ResourceKey("", name);
    }

    /**
     * Reads {@code namespace/name} or {@code name}, the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text has more than one slash or an empty part
     */
    public static ResourceKey parse(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        if (name.isEmpty() || slash == 0 || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("key " + text + ": must be name or namespace/name");
        }
        return slash < 0 ? cluster(name) : of(text.substring(0, slash), name);
    }

    @Override
    public int compareTo(ResourceKey other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    @Override
    public int hashCode() {
        return 31 * namespace.hashCode() + name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceKey key && name.equals(key.name) && namespace.equals(key.namespace);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
