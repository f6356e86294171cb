package io.coxswain.error;

/** The caller isn't known. */
public final class UnauthorizedException extends ApiException {
    private static final long serialVersionUID = 1;

    public UnauthorizedException(String message) {
        super(message, null);
    }

    @Override
    public String reason() {
        return "Unauthorized";
    }

    @Override
    public int code() {
        return 401;
    }
}
