package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.WorkerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which logs lie: {@code pods/NAMESPACE_POD_UID/CONTAINER/ATTEMPT.log}, as under the kubelet's {@code /var/log/pods}.
 *
 * @param root its path
 * @param keep whether it stays after the runtime is closed
 */
record StateFolder(Path root, Keep keep) {

    /** Whether a folder outlives the runtime. */
    enum Keep {
        KEPT,
        REMOVED
    }

    /** A new folder in the system's folder for temporary files, gone when the runtime is. */
    static StateFolder temporary() {
        try {
            return new StateFolder(Files.createTempDirectory("coxswain-node-"), Keep.REMOVED);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for logs can be made", e);
        }
    }

    /** The new, empty log of a run; logs of the runs before the last one are removed. */
    Path newLog(WorkerSpec spec) throws IOException {
        Path folder = folderOf(spec.sandbox()).resolve(spec.container());
        Files.createDirectories(folder);
        for (Path old : list(folder)) {
            if (attemptOf(old) < spec.attempt() - 1) {
                Files.deleteIfExists(old);
            }
        }
        Path log = folder.resolve(spec.attempt() + ".log");
        Files.write(log, new byte[0]);
        return log;
    }

    private static int attemptOf(Path log) {
        String name = log.getFileName().toString();
        String number = name.substring(0, name.indexOf('.'));
        return Integer.parseInt(number);
    }

    Path folderOf(PodSandbox sandbox) {
        String name = String.join("_", sandbox.pod().namespace(), sandbox.pod().name(), sandbox.uid());
        return root.resolve("pods").resolve(name);
    }

    Path folderOfCommands() {
        return root.resolve("exec");
    }

    /** Removes a folder and all in it; does nothing if it isn't there. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " can't be removed", e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]+\\.log.*"))
                    .toList();
        }
    }
}
