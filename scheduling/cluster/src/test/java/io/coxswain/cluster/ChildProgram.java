package io.coxswain.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, which is sent real signals. Its output is read here. */
final class ChildProgram implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    private final Process process;
    private final BufferedReader out;
    private final StringBuilder seen = new StringBuilder();

    private ChildProgram(Process process) {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts {@code java} with these arguments, which begin with its options. */
    static ChildProgram start(Path folder, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(canResetSignals() ? List.of("env", "--default-signal=INT") : List.of());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Djava.io.tmpdir=" + folder);
        line.add("-Xmx256m");
        line.addAll(arguments);
        return new ChildProgram(
                new ProcessBuilder(line).redirectErrorStream(true).start());
    }

    /** Where these tests run in the background of a shell they ignore Ctrl-C, and so would their children. */
    private static boolean canResetSignals() throws IOException {
        try {
            Process env = new ProcessBuilder("env", "--default-signal=INT", "true").start();
            return env.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && env.exitValue() == 0;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The first line from here on that holds this text. */
    String awaitLine(String wanted) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(wanted)) {
                return line;
            }
        }
        throw new AssertionError("no line with '" + wanted + "': " + seen);
    }

    /** Such as INT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Closes its standard input. */
    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Waits for its end. */
    int exitCode() throws Exception {
        out.lines().forEach(line -> seen.append(line).append('\n'));
        return process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS).exitValue();
    }

    /** All that was read of its output so far. */
    String output() {
        return seen.toString();
    }

    /** Waits until each of these is gone. */
    static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle one : processes) {
            one.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
