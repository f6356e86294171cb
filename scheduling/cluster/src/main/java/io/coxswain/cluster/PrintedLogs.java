package io.coxswain.cluster;

import io.coxswain.node.WorkerOutput;
import io.coxswain.resource.ResourceKey;
import java.io.PrintStream;

/** Prints what workers write, with the pod's name in front. */
final class PrintedLogs implements WorkerOutput {
    private final PrintStream out;

    PrintedLogs(PrintStream out) {
        this.out = out;
    }

    @Override
    public void line(ResourceKey pod, String container, String line) {
        out.println("[" + pod.name() + "] " + line);
    }
}
