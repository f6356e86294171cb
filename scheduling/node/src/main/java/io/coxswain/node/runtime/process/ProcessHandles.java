package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Trees as Java sees them, where there is no {@code setsid}. A grandchild whose parent has ended is out of reach. */
final class ProcessHandles implements ProcessTrees {
    private static final Shortcoming NO_GROUPS = new Shortcoming(
            "ProcessTreesNotContained",
            "NoSetsid",
            "this machine has no setsid command: processes that a worker starts may survive it, and workers may survive a killed JVM");

    private final Set<Process> roots = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public Process start(List<String> command, Consumer<ProcessBuilder> prepare) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        prepare.accept(builder);
        Process process = builder.start();
        roots.add(process);
        if (closed) {
            signal(process, StopSignal.KILL); // whether close has seen it or not
            throw new IOException("the process runtime is closed");
        }
        process.getOutputStream().close();
        return process;
    }

    @Override
    public void signal(Process root, StopSignal signal) {
        List<ProcessHandle> descendants = root.descendants().toList();
        end(root.toHandle(), signal);
        descendants.forEach(process -> end(process, signal));
    }

    private static void end(ProcessHandle process, StopSignal signal) {
        if (signal == StopSignal.TERM) {
            process.destroy();
        } else {
            process.destroyForcibly();
        }
    }

    @Override
    public void ended(Process root) {
        roots.remove(root);
    }

    @Override
    public List<Shortcoming> shortcomings() {
        return List.of(NO_GROUPS);
    }

    @Override
    public void close() {
        closed = true;
        roots.forEach(root -> signal(root, StopSignal.KILL));
    }
}
