package io.coxswain.error;

/** The caller may not do this. */
public final class ForbiddenException extends ApiException {
    private static final long serialVersionUID = 1;

    public ForbiddenException(String message) {
        super(message, null);
    }

    @Override
    public String reason() {
        return "Forbidden";
    }

    @Override
    public int code() {
        return 403;
    }
}
