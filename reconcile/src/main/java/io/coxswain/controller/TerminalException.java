package io.coxswain.controller;

import org.jspecify.annotations.Nullable;

/** Says that trying again won't help until something changes: logged and counted, not retried. */
public class TerminalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TerminalException(String message) {
        this(message, null);
    }

    public TerminalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
