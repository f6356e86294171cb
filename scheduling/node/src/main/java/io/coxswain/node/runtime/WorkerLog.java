package io.coxswain.node.runtime;

import io.coxswain.environment.Cancellable;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What a worker wrote, standard output and standard error together; the oldest is dropped when it grows large. Thread-safe; no call blocks. */
public interface WorkerLog {

    /** The last lines, oldest first, at most so many. */
    CompletionStage<List<String>> tail(int lines);

    /**
     * Hands over each line, from the oldest that is kept, until cancelled or until the worker has ended and its last line is handed over.
     *
     * @param on where the lines are handed over, one at a time
     */
    Cancellable follow(Executor on, Consumer<String> line);
}
