package io.coxswain.benchmarks.rollout;

import io.coxswain.benchmarks.harness.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same workers under supervisord, which calls a program running when it has lived for so many seconds. */
final class Supervisord {
    /** What it logs of each. */
    static final String RUNNING = "entered RUNNING state";

    private Supervisord() {}

    static Child of(Path program, Path folder, int workers, int startSeconds) throws IOException {
        StringBuilder configuration = new StringBuilder();
        configuration
                .append("[supervisord]\nlogfile=/dev/null\nlogfile_maxbytes=0\npidfile=")
                .append(folder.resolve("supervisord.pid"))
                .append('\n');
        for (int i = 0; i < workers; i++) {
            configuration
                    .append("[program:sleeper-")
                    .append(i)
                    .append("]\ncommand=sleep 1000\nstdout_logfile=NONE\nstderr_logfile=NONE\nstartsecs=")
                    .append(startSeconds)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("supervisord-" + startSeconds + ".conf"), configuration);
        return Child.program(List.of(program.toString(), "-n", "-c", file.toString()));
    }
}
