package io.coxswain.examples.backup;

/** Where snapshots are kept: outside of the cluster, so none of its transactions reaches it. */
// region BREAKS
interface Snapshots {
    /** Takes a snapshot of a database, and gives its id. */
    String take(String database);

    /** The same, unless this token has been given before: then the id of that snapshot. */
    String takeOnce(String database, String token);

    /** Deletes a snapshot, if it is there. */
    void delete(String id);

    /** Deletes what was taken with this token, if anything was; nothing is taken with it any more. */
    void deleteTakenWith(String token);
}
// endregion
