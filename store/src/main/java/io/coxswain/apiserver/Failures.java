package io.coxswain.apiserver;

import io.coxswain.error.ApiException;
import io.coxswain.error.InternalErrorException;
import java.util.concurrent.CompletionException;

/** What a failed stage tells its reader. */
final class Failures {
    private Failures() {}

    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new CompletionException(failure);
    }

    /** Code of a plug-in or of a kind failed: the caller is told whose, and why. */
    static RuntimeException of(String whose, RuntimeException failure) {
        return failure instanceof ApiException
                ? failure
                : new InternalErrorException(whose + " failed: " + failure, failure);
    }
}
