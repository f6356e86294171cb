package io.coxswain.error;

import org.jspecify.annotations.Nullable;

/** The server or its store doesn't take requests: closed, stopping or read-only. */
public final class ServiceUnavailableException extends ApiException {
    private static final long serialVersionUID = 1;

    public ServiceUnavailableException(String message) {
        super(message, null);
    }

    public ServiceUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String reason() {
        return "ServiceUnavailable";
    }

    @Override
    public int code() {
        return 503;
    }
}
