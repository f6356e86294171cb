package io.coxswain.client;

import io.coxswain.selector.Selection;

/**
 * What to list.
 *
 * @param selection which objects
 * @param limit at most so many in one page; 0: all
 * @param continueToken that of the page before, or empty; all pages are of the first page's revision
 */
public record ListOptions(Selection selection, int limit, String continueToken) {

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if the limit is negative
     */
    public ListOptions {
        if (limit < 0) {
            throw new IllegalArgumentException("limit: " + limit + ": must be at least 0 (0: all)");
        }
    }

    public static ListOptions of(Selection selection) {
        return new ListOptions(selection, 0, "");
    }

    public ListOptions withLimit(int most) {
        return new ListOptions(selection, most, continueToken);
    }

    public ListOptions withContinue(String token) {
        return new ListOptions(selection, limit, token);
    }
}
