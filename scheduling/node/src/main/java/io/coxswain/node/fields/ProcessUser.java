package io.coxswain.node.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user as which this JVM runs, and so do all workers.
 *
 * @param uid its number, or {@link #UNKNOWN}
 * @param gid the number of its group, or {@link #UNKNOWN}
 * @param groups all its groups, as far as they are known
 */
public record ProcessUser(long uid, long gid, List<Long> groups) {
    /** A number that the system doesn't tell, or hasn't. */
    public static final long UNKNOWN = -1;

    private static final ProcessUser NOT_TOLD = new ProcessUser(UNKNOWN, UNKNOWN, List.of());

    /** Where Linux tells it. */
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Keeps a copy of the groups. */
    public ProcessUser {
        groups = List.copyOf(groups);
    }

    /** The one of this JVM; read when first asked for. */
    public static ProcessUser own() {
        return Own.USER;
    }

    private static ProcessUser read() {
        try {
            return Files.isReadable(STATUS) ? parse(Files.readAllLines(STATUS)) : ownerOfNewFile();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return NOT_TOLD; // pods that ask for a number are told so
        }
    }

    /** From lines such as {@code Uid: 1000 1000 1000 1000}, of which the second number is the effective one. */
    static ProcessUser parse(List<String> status) {
        List<Long> uids = numbers(status, "Uid:");
        List<Long> gids = numbers(status, "Gid:");
        return uids.size() < 2 || gids.size() < 2
                ? NOT_TOLD
                : new ProcessUser(uids.get(1), gids.get(1), numbers(status, "Groups:"));
    }

    private static List<Long> numbers(List<String> status, String name) {
        List<Long> numbers = new ArrayList<>();
        for (String line : status) {
            if (line.startsWith(name)) {
                for (String number : line.substring(name.length()).strip().split("\\s+")) {
                    if (!number.isEmpty()) {
                        numbers.add(Long.parseLong(number));
                    }
                }
            }
        }
        return numbers;
    }

    /** On macOS; a new file's group may be that of its folder, so the group isn't told. */
    private static ProcessUser ownerOfNewFile() throws IOException {
        Path file = Files.createTempFile("coxswain-", ".owner");
        try {
            int uid = (Integer) Files.getAttribute(file, "unix:uid");
            return new ProcessUser(uid, UNKNOWN, List.of());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whether it may do anything. */
    public boolean isRoot() {
        return uid == 0;
    }

    private static final class Own {
        static final ProcessUser USER = read();
    }
}
