package io.coxswain.controller;

import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.Collection;

/**
 * Says which resources a change of another object concerns. For an update it is asked about the object before and after.
 *
 * @param <T> the record of the other objects
 */
@FunctionalInterface
public interface Mapper<T extends Resource<T>> {

    /**
     * The keys of the controller's resources that are to be reconciled.
     *
     * @param caches the controller's
     */
    Collection<ResourceKey> keysOf(T object, CacheReader caches);
}
