package io.coxswain.client;

import io.coxswain.resource.Resource;

/**
 * A change of one selected object.
 *
 * @param type what happened, as seen through the watch's selection: an object that begins to match is ADDED, one that ceases to is DELETED
 * @param object the object after the change; for DELETED its last state that matched, at the revision of the deletion
 * @param revision the revision of the commit
 */
public record WatchEvent<R extends Resource<R>>(Type type, R object, long revision) {

    /** What happened to an object. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
