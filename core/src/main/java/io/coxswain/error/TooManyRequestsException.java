package io.coxswain.error;

/** The request may succeed later, as far as it is known now. */
public final class TooManyRequestsException extends ApiException {
    private static final long serialVersionUID = 1;

    public TooManyRequestsException(String message) {
        super(message, null);
    }

    @Override
    public String reason() {
        return "TooManyRequests";
    }

    @Override
    public int code() {
        return 429;
    }
}
