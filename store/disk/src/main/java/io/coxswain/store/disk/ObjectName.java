package io.coxswain.store.disk;

import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import java.nio.charset.StandardCharsets;

/** Names an object, also of a kind that nobody knows any more. */
record ObjectName(String apiVersion, String kind, ResourceKey key) implements Comparable<ObjectName> {

    static ObjectName of(Kind<?> kind, ResourceKey key) {
        return new ObjectName(kind.apiVersion(), kind.name(), key);
    }

    /** What an encrypted object is bound to, so that it can't be passed off as another one. */
    byte[] bytes() {
        return (apiVersion + '\n' + kind + '\n' + key.namespace() + '\n' + key.name()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(ObjectName other) {
        int byVersion = apiVersion.compareTo(other.apiVersion);
        int byKind = byVersion != 0 ? byVersion : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
