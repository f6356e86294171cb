package io.coxswain.store.disk;

import java.nio.file.Path;
import java.util.List;

/**
 * What the folder of a store holds.
 *
 * @param folder the folder
 * @param revision the newest revision
 * @param objects how many objects there are at it
 * @param problems what is damaged or lost, each with file and offset or revision; empty if all is well
 */
public record DiskReport(Path folder, long revision, long objects, List<String> problems) {
    public DiskReport {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /** For people. */
    @Override
    public String toString() {
        return "Store " + folder + ": revision " + revision + ", " + objects + " objects, "
                + (isSound() ? "sound" : String.join("; ", problems));
    }
}
