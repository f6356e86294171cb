package io.coxswain.node.runtime.process;

import io.coxswain.node.runtime.Shortcoming;
import io.coxswain.node.runtime.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Starts processes such that each can be ended together with all that it starts. Thread-safe; calls last as long as the operating system takes to start a process. */
interface ProcessTrees {

    /**
     * Starts a process.
     *
     * @param prepare sets environment, folder and redirections; not the command and not standard input, which is empty
     */
    Process start(List<String> command, Consumer<ProcessBuilder> prepare) throws IOException;

    /** Signals a process and all that it started. */
    void signal(Process root, StopSignal signal);

    /** The process has ended: kills what it left behind and forgets it. */
    void ended(Process root);

    /** What can't be promised here. */
    List<Shortcoming> shortcomings();

    /** Kills all that was started and not yet ended. */
    void close();
}
