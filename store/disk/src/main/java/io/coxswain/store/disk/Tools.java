package io.coxswain.store.disk;

import io.coxswain.environment.Disk;
import io.coxswain.environment.DiskLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is done with the folder of a store that isn't open. Nothing here looks into objects, so none needs keys or kinds. */
final class Tools {
    private final StoreFolder folder;

    private Tools(Disk disk, Path path) {
        folder = new StoreFolder(disk, path);
    }

    /** Something that is done while nobody else has the folder. */
    @FunctionalInterface
    private interface Work {
        DiskReport run() throws IOException;
    }

    /** What a snapshot and the journal after it add up to. */
    private record Sum(RawState state, long revision) {
        DiskReport report(StoreFolder folder, List<String> problems) {
            return new DiskReport(folder.path, revision, state.objects().size(), problems);
        }
    }

    static DiskReport verify(Disk disk, Path path) {
        Tools tools = new Tools(disk, path);
        return tools.locked(tools::verify);
    }

    static DiskReport compact(Disk disk, Path path) {
        Tools tools = new Tools(disk, path);
        return tools.locked(tools::compact);
    }

    static DiskReport salvage(Disk disk, Path path) {
        Tools tools = new Tools(disk, path);
        return tools.locked(tools::salvage);
    }

    static DiskReport restore(Disk disk, Path backup, Path target) {
        Tools from = new Tools(disk, backup);
        return from.locked(() -> from.copyTo(new StoreFolder(disk, target)));
    }

    private DiskReport locked(Work work) {
        DiskLock lock = null;
        try {
            if (folder.isEmpty()) {
                throw wrongFolder(folder.path + " holds no store: name the folder of one");
            }
            lock = DiskStore.lock(folder);
            return work.run();
        } catch (IOException | RuntimeException e) {
            throw DiskStore.failure(folder, e);
        } finally {
            DiskStore.release(folder, lock);
        }
    }

    private DiskStoreException wrongFolder(String message) {
        return new DiskStoreException(DiskStoreException.Reason.WRONG_FOLDER, folder.path, 0, message, null);
    }

    private DiskReport verify() throws IOException {
        List<String> problems = new ArrayList<>();
        for (StoreFolder.Named snapshot : folder.snapshots()) {
            note(problems, () -> SnapshotFile.read(folder, snapshot.path()));
        }
        List<StoreFolder.Named> segments = folder.segments();
        if (!segments.isEmpty()) {
            note(
                    problems,
                    () -> new JournalReader(folder, segments.get(0).revision() - 1).forEachRemaining(commit -> {}));
        }
        try {
            return sum().report(folder, problems);
        } catch (DiskStoreException e) {
            note(problems, () -> {
                throw e;
            });
            return new DiskReport(folder.path, 0, 0, problems);
        }
    }

    /** Something that may find damage. */
    @FunctionalInterface
    private interface Look {
        void run() throws IOException;
    }

    private static void note(List<String> problems, Look look) throws IOException {
        try {
            look.run();
        } catch (DiskStoreException e) {
            if (!problems.contains(e.getMessage())) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private Sum sum() throws IOException {
        SnapshotFile snapshot = Recovery.newestSnapshot(folder);
        RawState state = new RawState();
        snapshot.objects().forEach(state::put);
        JournalReader journal = new JournalReader(folder, snapshot.revision());
        journal.forEachRemaining(state::apply);
        return new Sum(state, journal.lastRevision());
    }

    private DiskReport compact() throws IOException {
        folder.disk.forceFolder(folder.path);
        Sum sum = sum();
        if (sum.revision > 0) {
            write(folder, sum);
            for (StoreFolder.Named segment : folder.segments()) {
                folder.disk.delete(segment.path());
            }
            for (StoreFolder.Named snapshot : folder.snapshots()) {
                if (snapshot.revision() != sum.revision) {
                    folder.disk.delete(snapshot.path());
                }
            }
            folder.removeUnfinished();
            folder.disk.forceFolder(folder.path);
        }
        return sum.report(folder, List.of());
    }

    private static void write(StoreFolder to, Sum sum) throws IOException {
        SnapshotFile.write(to, sum.revision, sum.state.objects().iterator(), () -> false);
    }

    private DiskReport copyTo(StoreFolder target) throws IOException {
        target.disk.createFolder(target.path);
        if (!target.isEmpty()) {
            throw wrongFolder(target.path + " holds a store already: restore into a new folder");
        }
        Sum sum = sum();
        DiskLock lock = DiskStore.lock(target);
        try {
            write(target, sum);
            return sum.report(target, List.of());
        } finally {
            DiskStore.release(target, lock);
        }
    }

    /**
     * Makes a store of what can be read: the newest snapshot, as much of it as there is, and each transaction after it, also those
     * behind a damaged place. What was there is kept under other names.
     */
    private DiskReport salvage() throws IOException {
        List<String> problems = new ArrayList<>(verify().problems());
        List<StoreFolder.Named> snapshots = folder.snapshots();
        List<StoreFolder.Named> segments = folder.segments();
        RawState state = new RawState();
        long from = salvageSnapshot(snapshots, state);
        long revision = from;
        long lost = 0;
        for (StoreFolder.Named segment : segments) {
            for (RawCommit commit : JournalReader.salvage(folder, segment.path())) {
                if (commit.revision() > revision) {
                    lost += commit.revision() - revision - 1;
                    revision = commit.revision();
                    state.apply(commit);
                }
            }
        }
        if (lost > 0) {
            problems.add(lost + " transactions between revisions " + from + " and " + revision + " are lost");
        }
        Sum sum = new Sum(state, revision);
        Path name = folder.snapshot(revision);
        putAside(snapshots.stream().filter(file -> file.path().equals(name)).toList());
        write(folder, sum);
        putAside(snapshots.stream().filter(file -> !file.path().equals(name)).toList());
        putAside(segments);
        return sum.report(folder, problems);
    }

    private long salvageSnapshot(List<StoreFolder.Named> snapshots, RawState state) throws IOException {
        SnapshotFile whole = Recovery.newestSnapshot(folder);
        whole.objects().forEach(state::put);
        if (whole.revision() > 0 || snapshots.isEmpty()) {
            return whole.revision();
        }
        StoreFolder.Named newest = snapshots.get(snapshots.size() - 1);
        SnapshotFile.salvage(folder, newest.path()).forEach(state::put);
        return newest.revision();
    }

    private void putAside(List<StoreFolder.Named> files) throws IOException {
        for (StoreFolder.Named file : files) {
            Path name = file.path().resolveSibling(file.path().getFileName() + StoreFolder.ASIDE);
            folder.disk.rename(file.path(), name);
        }
        folder.disk.forceFolder(folder.path);
    }
}
