package io.coxswain.resource;

import java.util.List;

/**
 * Turns a request to a subresource ({@code binding}, {@code scale}, {@code eviction}) into the transaction that carries it out. {@code status} is built in.
 *
 * @param <R> the record of the kind
 * @param <B> the body of the request
 */
public interface SubresourceHandler<R extends Resource<R>, B> {

    /** The type of the body. */
    Class<B> bodyType();

    /**
     * Plans the request against one revision. Pure: it may be called again with a newer object when the commit meets another one.
     *
     * @param current the stored object
     * @param body the body of the request
     * @param reader everything else, at the same revision
     * @throws io.coxswain.error.ApiException if the request is refused
     */
    Plan plan(R current, B body, Reader reader);

    /**
     * What shall be committed.
     *
     * @param require beside the revision of {@code current}, which is always required
     */
    record Plan(List<Precondition> require, List<Operation> operations) {
        public Plan {
            require = List.copyOf(require);
            operations = List.copyOf(operations);
        }

        /** Stores the object in place of the present one. */
        public static <R extends Resource<R>> Plan replace(R object) {
            return new Plan(List.of(), List.of(new Operation.Replace<>(object)));
        }
    }
}
