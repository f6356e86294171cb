package io.coxswain.json.tree;

import java.nio.charset.StandardCharsets;

/** How much a text may ask for. */
public final class Limits {
    /** The largest request that Kubernetes' API server takes, {@code apiserver/pkg/server/config.go}. */
    public static final int DOCUMENT_BYTES = 3 * 1024 * 1024;

    /** Deeper than any schema, shallow enough for the stack of any thread. */
    public static final int DEPTH = 200;

    private static final int MAX_BYTES_PER_CHAR = 3;

    private Limits() {}

    /** Whether a document isn't too large; a problem if it is. */
    public static boolean checkSize(String document, int firstLine, Problems problems) {
        boolean fits = document.length() <= DOCUMENT_BYTES / MAX_BYTES_PER_CHAR
                || document.getBytes(StandardCharsets.UTF_8).length <= DOCUMENT_BYTES;
        if (!fits) {
            problems.add(firstLine, "the document is larger than 3 MiB: split it");
        }
        return fits;
    }
}
