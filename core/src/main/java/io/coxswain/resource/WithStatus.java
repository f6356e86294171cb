package io.coxswain.resource;

/**
 * A resource that copies itself with another status.
 *
 * @param <R> the record itself
 * @param <S> its status
 */
public interface WithStatus<R extends Resource<R>, S> {
    /** What is. */
    S status();

    /** This with another status. */
    R withStatus(S status);
}
