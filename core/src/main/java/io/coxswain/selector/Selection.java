package io.coxswain.selector;

import org.jspecify.annotations.Nullable;

/**
 * Which objects of a kind are meant.
 *
 * @param namespace their namespace; {@code null}: any
 */
public record Selection(@Nullable String namespace) {
    private static final Selection ALL = new Selection(null);

    /** All objects. */
    public static Selection all() {
        return ALL;
    }
}
