package io.coxswain.examples.backup;

import io.coxswain.simulation.Outside;
import java.util.LinkedHashMap;
import java.util.Map;

/** Snapshots as a model: it outlives the crashes of the controller, and its calls may fail as those of a network do. */
// region TESTING
final class ModelSnapshots implements Snapshots {
    private final Outside outside;
    private final Map<String, String> databases = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private int taken;

    ModelSnapshots(Outside outside) {
        this.outside = outside;
    }

    /** How many there are. */
    int count() {
        return databases.size();
    }

    @Override
    public String take(String database) {
        return outside.call("take " + database, () -> put(database));
    }

    @Override
    public String takeOnce(String database, String token) {
        return outside.call("take " + database, () -> ids.computeIfAbsent(token, first -> put(database)));
    }

    private String put(String database) {
        String id = "snapshot-" + ++taken;
        databases.put(id, database);
        return id;
    }

    @Override
    public void delete(String id) {
        outside.call("delete " + id, () -> databases.remove(id));
    }

    @Override
    public void deleteTakenWith(String token) {
        outside.call("delete", () -> databases.remove(ids.computeIfAbsent(token, never -> "none")));
    }
}
// endregion
