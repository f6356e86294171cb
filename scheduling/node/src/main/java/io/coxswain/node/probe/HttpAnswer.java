package io.coxswain.node.probe;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The beginning of an answer to a request of HTTP/1.1.
 *
 * @param status its code
 * @param location where it redirects to, or empty
 * @param body of a redirection, whose body is told; at most as much as is read
 */
record HttpAnswer(int status, String location, String body) {
    /** As much as the kubelet reads ({@code maxRespBodyLength}). */
    static final int MAX_BYTES = 10 << 10;

    private static final int FIRST_REDIRECTION = 300;
    private static final int FIRST_FAILURE = 400;
    private static final int NOT_MODIFIED = 304;
    private static final String END_OF_HEAD = "\r\n\r\n";

    /**
     * The answer, once all of it that matters is there: the head, and the body of a redirection.
     *
     * @param end whether nothing more comes
     */
    static Optional<HttpAnswer> parse(byte[] bytes, int count, End end) {
        String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        int headEnd = text.indexOf(END_OF_HEAD);
        if (headEnd < 0 && end == End.OPEN) {
            return Optional.empty();
        }
        String[] lines = (headEnd < 0 ? text : text.substring(0, headEnd)).split("\r?\n");
        String body = headEnd < 0 ? "" : text.substring(headEnd + END_OF_HEAD.length());
        HttpAnswer answer = new HttpAnswer(status(lines[0].strip()), header(lines, "location"), body);
        return end == End.REACHED || answer.hasAllThatMatters(header(lines, "content-length"))
                ? Optional.of(answer)
                : Optional.empty();
    }

    /** Whether more may come. */
    enum End {
        OPEN,
        REACHED
    }

    private boolean hasAllThatMatters(String length) {
        boolean told = status >= FIRST_REDIRECTION && status < FIRST_FAILURE && status != NOT_MODIFIED;
        return !told || (length.matches("[0-9]{1,9}") && body.length() >= Integer.parseInt(length));
    }

    private static int status(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/") || !parts[1].matches("[0-9]{3}")) {
            throw new ProbeFailure("the answer is no HTTP" + (line.isEmpty() ? "" : ": " + line));
        }
        return Integer.parseInt(parts[1]);
    }

    /** The value of a header; empty if there is none. */
    private static String header(String[] lines, String name) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return "";
    }

    /** Whether it sends the client elsewhere. */
    boolean redirects() {
        boolean moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return moved && !location.isEmpty();
    }
}
