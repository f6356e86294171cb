package io.coxswain.error;

/** An object of that name exists. */
public final class AlreadyExistsException extends ApiException {
    private static final long serialVersionUID = 1;

    public AlreadyExistsException(String message) {
        super(message, null);
    }

    /** For an object: {@code Deployment shop/crawler already exists}. */
    public static AlreadyExistsException object(Object kind, Object key) {
        return new AlreadyExistsException(kind + " " + key + " already exists");
    }

    @Override
    public String reason() {
        return "AlreadyExists";
    }

    @Override
    public int code() {
        return 409;
    }
}
