package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.WorkerStartException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds programs before they are started, so that a failure can say what is wrong instead of an exit code alone. */
final class Programs {
    private Programs() {}

    /** The file that a search path leads to. */
    static Optional<Path> find(String name, @Nullable String searchPath) {
        if (searchPath == null) {
            return Optional.empty();
        }
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return Optional.of(candidate.toAbsolutePath());
            }
        }
        return Optional.empty();
    }

    /**
     * Checks that a program can be started from a folder.
     *
     * @throws WorkerStartException if it isn't there or can't be executed
     */
    static void check(String subject, String program, Path folder, @Nullable String searchPath) {
        if (File.separatorChar != '/') {
            return; // the endings that Windows tries are its own affair
        }
        if (program.indexOf('/') < 0) {
            if (find(program, searchPath).isEmpty()) {
                throw WorkerStartException.notFound(subject + ": no such command '" + program + "' on the PATH "
                        + (searchPath == null ? "(not set)" : searchPath)
                        + ": install it, or give its path in command");
            }
            return;
        }
        Path file = folder.resolve(program);
        if (!Files.isRegularFile(file)) {
            throw WorkerStartException.notFound(subject + ": no such command '" + program + "': there is no file "
                    + file.normalize() + ": a path in command is relative to the working folder");
        }
        if (!Files.isExecutable(file)) {
            throw WorkerStartException.notExecutable(
                    subject + ": command '" + program + "' can't be executed: chmod +x " + file.normalize());
        }
    }
}
