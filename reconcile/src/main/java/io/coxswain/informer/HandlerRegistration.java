package io.coxswain.informer;

import java.util.concurrent.CompletionStage;

/** A handler at an informer. */
public interface HandlerRegistration extends AutoCloseable {

    /** Whether the handler has been called for everything that was there when it, or the informer, began. */
    boolean hasSynced();

    /** Complete when {@link #hasSynced()} is true; fails if the informer or this registration ends first. */
    CompletionStage<Void> synced();

    /** How often the handler threw. */
    long failures();

    /** Ends the calls, after the one that is under way. */
    @Override
    void close();
}
