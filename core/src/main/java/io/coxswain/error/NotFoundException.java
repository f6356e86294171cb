package io.coxswain.error;

/** There is no such object, kind or namespace. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1;

    public NotFoundException(String message) {
        super(message, null);
    }

    /** For an object: {@code Deployment shop/crawler not found}. */
    public static NotFoundException object(Object kind, Object key) {
        return new NotFoundException(kind + " " + key + " not found");
    }

    @Override
    public String reason() {
        return "NotFound";
    }

    @Override
    public int code() {
        return 404;
    }
}
