package io.coxswain.error;

import org.jspecify.annotations.Nullable;

/** The request itself makes no sense: text that can't be read, an unknown field, an option that isn't supported. */
public final class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1;

    public BadRequestException(String message) {
        super(message, null);
    }

    public BadRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String reason() {
        return "BadRequest";
    }

    @Override
    public int code() {
        return 400;
    }
}
