package io.coxswain.resource;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.util.Map;

/**
 * An API object: an immutable record whose components are the fields of its Kubernetes JSON form, without {@code apiVersion} and {@code kind}, which live in its {@link Kind}.
 *
 * <p>A record that implements this has a component {@code metadata}, usually {@code spec}, and {@code status} if it reports state. Objects are shared by reference between the store, the
 * caches and user code, so everything reachable from one must be immutable.
 *
 * @param <R> the record itself
 */
public interface Resource<R extends Resource<R>> {

    /** Name, labels, revision and the rest that every object has. */
    ObjectMeta metadata();

    /** The namespace and name of this object. */
    default ResourceKey key() {
        return new ResourceKey(metadata().namespace(), metadata().name());
    }

    /** The labels of this object. */
    default Map<String, String> labels() {
        return metadata().labels();
    }

    /**
     * The kind of this object.
     *
     * @throws IllegalStateException if no {@link Kind} has been made for its class
     */
    @SuppressWarnings("unchecked")
    default Kind<R> kind() {
        return Kind.of((Class<R>) getClass());
    }

    /** What identifies this object for other objects and for people. */
    default ResourceRef ref() {
        return new ResourceRef(
                kind().apiVersion(), kind().name(), key(), metadata().uid());
    }
}
