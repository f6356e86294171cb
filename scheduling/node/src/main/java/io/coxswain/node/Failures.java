package io.coxswain.node;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Failures of stages. */
final class Failures {
    private Failures() {}

    /** What a stage failed of, without what it is wrapped in on the way. */
    static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
