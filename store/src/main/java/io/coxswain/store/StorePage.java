package io.coxswain.store;

import io.coxswain.resource.Resource;
import java.util.List;

/**
 * Some objects, by namespace and name.
 *
 * @param items the objects; an immutable list
 * @param more whether others follow
 */
public record StorePage<R extends Resource<R>>(List<R> items, boolean more) {}
