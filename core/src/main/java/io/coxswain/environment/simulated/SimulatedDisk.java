package io.coxswain.environment.simulated;

import io.coxswain.environment.Disk;
import io.coxswain.environment.DiskFile;
import io.coxswain.environment.DiskLock;
import io.coxswain.environment.DiskLockedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A disk that forgets what wasn't forced. It fails when and how the test says, is the same for the same seed, and outlives
 * the environments that use it one after the other, as a disk outlives the processes of a machine.
 *
 * <p>Calls are counted that read or change something; {@link #failAt} makes one of them fail. After a loss of power, which is
 * a fault or the test's {@link #restart}, files and locks that were open stay dead, as the process that had them.
 *
 * <p>Not thread-safe: the one thread of the simulation uses it.
 */
public final class SimulatedDisk implements Disk {
    private static final int SECTOR = 512;

    private final SplittableRandom random;
    private final SimulatedNames names = new SimulatedNames();
    private final TreeMap<Long, DiskFault> faults = new TreeMap<>();
    // Only looked up, never iterated.
    private final Map<Path, Integer> locks = new HashMap<>();

    private Duration forceTime = Duration.ZERO;
    private @Nullable Consumer<Duration> clock;
    private long calls;
    private int life = 1;
    private boolean dead;

    /** An empty disk; the seed decides what survives a loss of power and how much of a failed call has happened. */
    public SimulatedDisk(long seed) {
        random = new SplittableRandom(Trace.scrambled(seed ^ Trace.hashOf("environment/disk")));
    }

    /** How many calls were made so far that can fail. */
    public long calls() {
        return calls;
    }

    /** Makes a call fail; the first one is number 1. */
    public SimulatedDisk failAt(long call, DiskFault fault) {
        faults.put(call, fault);
        return this;
    }

    /** How long each force takes; others go on meanwhile. No time, if not said. */
    public SimulatedDisk forceTime(Duration time) {
        forceTime = time;
        return this;
    }

    /** Whether the power has gone by a fault. */
    public boolean isDead() {
        return dead;
    }

    /** Cuts the power, unless a fault has done so, and comes back with what is left. Faults yet to come are forgotten. */
    public void restart(DiskLoss loss) {
        names.lose(loss, random);
        endProcess();
        dead = false;
    }

    /** The process that used the disk ends, however it does; its files and locks are gone, the power stays. */
    public void endProcess() {
        faults.clear();
        locks.clear();
        life++;
    }

    /** Changes one bit of a file, durably. */
    public void flip(Path file, long bit) {
        SimulatedInode inode = names.find(file);
        if (inode == null || bit < 0 || bit >= 8L * inode.size()) {
            throw new IllegalArgumentException("bit " + bit + " of " + file + ": must be one of its bits");
        }
        inode.flip(bit);
    }

    /** Called by each environment that uses the disk. */
    void usedWith(Consumer<Duration> waiting) {
        clock = waiting;
    }

    @Override
    public DiskFile create(Path file) throws IOException {
        fail(file);
        if (names.find(file) != null) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return new Handle(file, names.create(file));
    }

    @Override
    public DiskFile open(Path file) throws IOException {
        fail(file);
        return new Handle(file, found(file));
    }

    private SimulatedInode found(Path file) throws IOException {
        SimulatedInode inode = names.find(file);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return inode;
    }

    @Override
    public boolean exists(Path file) throws IOException {
        requireAlive(file);
        return names.find(file) != null || names.isFolder(file);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        requireAlive(folder);
        return List.copyOf(new TreeSet<>(names.in(folder)));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        fail(folder);
        names.createFolder(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        fail(from);
        found(from);
        names.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        fail(file);
        names.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        fail(folder);
        names.force(folder);
    }

    @Override
    public DiskLock lock(Path file) throws IOException {
        requireAlive(file);
        Path key = SimulatedNames.key(file);
        if (locks.putIfAbsent(key, life) != null) {
            throw new DiskLockedException(file, "process " + locks.get(key) + " of the simulation");
        }
        if (names.find(file) == null) {
            names.create(file);
        }
        int mine = life;
        return () -> {
            if (mine == life) {
                locks.remove(key);
            }
        };
    }

    private void requireAlive(Path file) throws IOException {
        if (dead) {
            throw new IOException(file + ": the power is gone");
        }
    }

    /** Counts a call and lets it fail if it has to; calls that fail in part look themselves. */
    private void fail(Path file) throws IOException {
        DiskFault fault = next(file);
        if (fault != null && fault != DiskFault.SHORT_READ) {
            throw failure(file, fault);
        }
    }

    private @Nullable DiskFault next(Path file) throws IOException {
        requireAlive(file);
        calls++;
        DiskFault fault = faults.remove(calls);
        dead = fault == DiskFault.POWER_LOSS;
        return fault;
    }

    private static IOException failure(Path file, DiskFault fault) {
        return new IOException(file
                + switch (fault) {
                    case POWER_LOSS -> ": the power is gone";
                    case IO_ERROR, SHORT_READ -> ": Input/output error";
                    case NO_SPACE -> ": No space left on device";
                });
    }

    /** An open file. */
    private final class Handle implements DiskFile {
        private final Path file;
        private final SimulatedInode inode;
        private final int mine = life;
        private boolean closed;

        Handle(Path file, SimulatedInode inode) {
            this.file = file;
            this.inode = inode;
        }

        private void requireOpen() throws IOException {
            if (closed || mine != life) {
                throw new IOException(file + (closed ? ": closed" : ": the power was gone meanwhile"));
            }
            requireAlive(file);
        }

        @Override
        public long size() throws IOException {
            requireOpen();
            return inode.size();
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            requireOpen();
            DiskFault fault = next(file);
            if (fault == DiskFault.POWER_LOSS || fault == DiskFault.IO_ERROR) {
                throw failure(file, fault);
            }
            int there = (int) Math.max(0, Math.min(inode.size() - position, into.remaining()));
            int count = fault == DiskFault.SHORT_READ ? Math.min(there, 1 + there / 2) : there;
            into.put(inode.seen(), (int) Math.min(position, inode.size()), count);
            return count;
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            requireOpen();
            byte[] bytes = new byte[from.remaining()];
            DiskFault fault = next(file);
            from.get(bytes);
            if (fault == null || fault == DiskFault.SHORT_READ) {
                inode.write((int) position, bytes);
                return;
            }
            inode.write((int) position, Arrays.copyOf(bytes, part((int) position, bytes.length)));
            throw failure(file, fault);
        }

        /** How much of a write that fails has happened: it ends with a sector. */
        private int part(int position, int length) {
            int sectors = (position + length - 1) / SECTOR - position / SECTOR;
            int end = (position / SECTOR + random.nextInt(sectors + 1)) * SECTOR;
            return Math.max(0, Math.min(length, end - position));
        }

        @Override
        public void force() throws IOException {
            requireOpen();
            DiskFault fault = next(file);
            if (fault == DiskFault.POWER_LOSS) {
                throw failure(file, fault);
            }
            SimulatedInode.Force force = inode.beginForce();
            pass();
            if (mine != life || dead) {
                throw failure(file, DiskFault.POWER_LOSS);
            }
            if (fault != null && fault != DiskFault.SHORT_READ) {
                throw failure(file, fault);
            }
            force.succeeded();
        }

        private void pass() {
            if (clock != null && !forceTime.isZero()) {
                clock.accept(forceTime);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
