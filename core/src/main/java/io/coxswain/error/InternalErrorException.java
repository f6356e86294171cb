package io.coxswain.error;

import org.jspecify.annotations.Nullable;

/** A part of the server failed, such as an admission plugin; the message names it. */
public final class InternalErrorException extends ApiException {
    private static final long serialVersionUID = 1;

    public InternalErrorException(String message) {
        super(message, null);
    }

    public InternalErrorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String reason() {
        return "InternalError";
    }

    @Override
    public int code() {
        return 500;
    }
}
