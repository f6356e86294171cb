package io.coxswain.client;

import io.coxswain.resource.Resource;
import java.util.List;

/**
 * A page of a list, by namespace and name.
 *
 * @param items the objects; immutable, shared with the store
 * @param revision the revision at which the list is true
 * @param continueToken asks for the next page; empty on the last
 * @param remaining how many follow after this page; 0 where that isn't known because of a selector
 */
public record ListPage<R extends Resource<R>>(List<R> items, long revision, String continueToken, long remaining) {}
