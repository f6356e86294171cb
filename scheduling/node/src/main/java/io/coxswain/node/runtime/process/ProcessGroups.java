package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.StopSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Trees as process groups, each in a session of its own, under a {@link Guardian}. */
final class ProcessGroups implements ProcessTrees {
    /** Waits for one line before it becomes the worker. If this JVM ends before the guardian knew the group, the line never comes and the shell ends by itself. */
    private static final String GATE = "read -r go && exec \"$@\" </dev/null";

    private static final byte[] GO = "go\n".getBytes(StandardCharsets.US_ASCII);
    /** Shells drop variables with other names, so these pass the gate as arguments of {@code env}. */
    private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Path setsid;
    private final Guardian guardian;

    ProcessGroups(Path setsid, String folderToRemove) {
        this.setsid = setsid;
        guardian = new Guardian(setsid, folderToRemove);
    }

    @Override
    public Process start(List<String> command, Consumer<ProcessBuilder> prepare) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        prepare.accept(builder);
        List<String> line = new ArrayList<>(List.of(setsid.toString(), "/bin/sh", "-c", GATE, "worker"));
        line.addAll(unusualVariables(builder.environment()));
        line.addAll(command);
        Process process = builder.command(line).start();
        try (OutputStream gate = process.getOutputStream()) {
            guardian.add(process.pid());
            gate.write(GO);
        } catch (IOException e) {
            process.destroyForcibly();
            guardian.bury(process.pid());
            throw e;
        }
        return process;
    }

    private static List<String> unusualVariables(Map<String, String> environment) {
        List<String> assignments = new ArrayList<>();
        environment.forEach((name, value) -> {
            if (!SHELL_NAME.matcher(name).matches()) {
                assignments.add(name + "=" + value);
            }
        });
        if (!assignments.isEmpty()) {
            assignments.sort(null);
            assignments.add(0, "/usr/bin/env");
        }
        return assignments;
    }

    @Override
    public void signal(Process root, StopSignal signal) {
        guardian.kill(root.pid(), signal.name());
    }

    @Override
    public void ended(Process root) {
        guardian.bury(root.pid());
    }

    @Override
    public List<Shortcoming> shortcomings() {
        return List.of();
    }

    @Override
    public void close() {
        guardian.close();
    }
}
