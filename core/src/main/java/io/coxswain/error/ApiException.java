package io.coxswain.error;

import org.jspecify.annotations.Nullable;

/**
 * A request was refused. Maps one to one to the reasons of a Kubernetes {@code Status}; the message says what was wrong, where, and what would be right.
 *
 * <p>All but {@link RequestTimeoutException} mean that nothing was written.
 */
public abstract sealed class ApiException extends RuntimeException
        permits AlreadyExistsException,
                BadRequestException,
                ConflictException,
                ExpiredException,
                ForbiddenException,
                InternalErrorException,
                InvalidException,
                NotFoundException,
                RequestTimeoutException,
                ServiceUnavailableException,
                TooManyRequestsException,
                UnauthorizedException {
    private static final long serialVersionUID = 1;

    ApiException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The reason as in a Kubernetes {@code Status}, such as {@code NotFound}. */
    public abstract String reason();

    /** The HTTP status code that goes with the reason. */
    public abstract int code();
}
