package io.coxswain.error;

/** The object isn't as the request expects it: its revision, its uid, or a field that another manager applied. */
public final class ConflictException extends ApiException {
    private static final long serialVersionUID = 1;

    public ConflictException(String message) {
        super(message, null);
    }

    @Override
    public String reason() {
        return "Conflict";
    }

    @Override
    public int code() {
        return 409;
    }
}
