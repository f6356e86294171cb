package io.coxswain.error;

import org.jspecify.annotations.Nullable;

/** No answer in time: whether a write was committed is unknown. */
public final class RequestTimeoutException extends ApiException {
    private static final long serialVersionUID = 1;

    public RequestTimeoutException(String message) {
        super(message, null);
    }

    public RequestTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String reason() {
        return "Timeout";
    }

    @Override
    public int code() {
        return 504;
    }
}
