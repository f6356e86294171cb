package io.coxswain.json;

/** How much a text may ask for. */
final class Limits {
    /** The largest request that Kubernetes' API server takes, {@code apiserver/pkg/server/config.go}. */
    static final int DOCUMENT_BYTES = 3 * 1024 * 1024;

    /** A transaction has at most a thousand objects; at the usual few kilobytes each this leaves plenty. */
    static final int FILE_BYTES = 64 * 1024 * 1024;

    /** Deeper than any schema, shallow enough for the stack of any thread. */
    static final int DEPTH = 200;

    /** How many values the aliases of a document may add to those that are written out. */
    static final int ALIASED_VALUES = 100_000;

    /** More problems than this tell nobody anything; the rest is only counted. */
    static final int PROBLEMS = 100;

    private Limits() {}
}
