package io.coxswain.environment.simulated;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The names of a simulated disk's files: those that are seen, and those that a loss of power would leave. */
final class SimulatedNames {
    private Map<Path, SimulatedInode> seen = new LinkedHashMap<>();
    private final Map<Path, SimulatedInode> durable = new LinkedHashMap<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final Set<SimulatedInode> inodes = new LinkedHashSet<>();
    private List<Change> unforced = new ArrayList<>();

    /** A name that changed, and what has it now; a file's former name goes with it, as a whole or not at all. */
    private record Change(
            Path name,
            @Nullable SimulatedInode after,
            @Nullable Path formerName) {
        void applyTo(Map<Path, SimulatedInode> names) {
            if (after == null) {
                names.remove(name);
            } else {
                names.put(name, after);
            }
            if (formerName != null) {
                names.remove(formerName);
            }
        }
    }

    static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }

    @Nullable
    SimulatedInode find(Path file) {
        return seen.get(key(file));
    }

    boolean isFolder(Path folder) {
        return folders.contains(key(folder));
    }

    List<String> in(Path folder) {
        Path parent = key(folder);
        List<String> found = new ArrayList<>();
        for (Path file : seen.keySet()) {
            if (parent.equals(file.getParent())) {
                found.add(file.getFileName().toString());
            }
        }
        for (Path file : folders) {
            if (parent.equals(file.getParent())) {
                found.add(file.getFileName().toString());
            }
        }
        return found;
    }

    void createFolder(Path folder) {
        for (Path path = key(folder); path != null && path.getFileName() != null; path = path.getParent()) {
            folders.add(path);
        }
    }

    SimulatedInode create(Path file) {
        SimulatedInode inode = new SimulatedInode();
        inodes.add(inode);
        change(new Change(key(file), inode, null));
        return inode;
    }

    void rename(Path from, Path to) {
        SimulatedInode inode = seen.get(key(from));
        change(new Change(key(to), inode, key(from)));
    }

    void delete(Path file) {
        if (seen.containsKey(key(file))) {
            change(new Change(key(file), null, null));
        }
    }

    private void change(Change change) {
        unforced.add(change);
        change.applyTo(seen);
    }

    void force(Path folder) {
        Path parent = key(folder);
        List<Change> others = new ArrayList<>();
        for (Change change : unforced) {
            if (parent.equals(change.name.getParent())) {
                change.applyTo(durable);
            } else {
                others.add(change);
            }
        }
        unforced = others;
    }

    void lose(DiskLoss loss, RandomGenerator random) {
        int kept = loss == DiskLoss.THE_LATEST ? random.nextInt(unforced.size() + 1) : 0;
        for (int i = 0; i < unforced.size(); i++) {
            boolean survives = switch (loss) {
                case EVERYTHING -> false;
                case NOTHING -> true;
                case THE_LATEST -> i < kept;
                case ANY_SECTORS, ANY_BLOCKS -> random.nextBoolean();
            };
            if (survives) {
                unforced.get(i).applyTo(durable);
            }
        }
        unforced = new ArrayList<>();
        seen = new LinkedHashMap<>(durable);
        inodes.forEach(inode -> inode.lose(loss, random));
        inodes.retainAll(new LinkedHashSet<>(durable.values()));
    }
}
