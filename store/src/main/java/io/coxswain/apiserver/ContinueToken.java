package io.coxswain.apiserver;

import io.coxswain.error.BadRequestException;
import io.coxswain.resource.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a list begins. Opaque to clients, as in Kubernetes.
 *
 * @param revision that of all pages; 0 if the list goes on as things are now, since its own revision expired
 * @param after the last object of the page before
 * @param remaining how many objects follow, or 0 where that isn't known
 */
record ContinueToken(long revision, ResourceKey after, long remaining) {
    private static final String VERSION = "v1";

    static ContinueToken parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            long revision = parts.length == 4 && parts[0].equals(VERSION) ? Long.parseLong(parts[1]) : -1;
            if (revision >= 0) {
                return new ContinueToken(revision, ResourceKey.parse(parts[3]), Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(problem(text), e);
        }
        throw new BadRequestException(problem(text));
    }

    private static String problem(String text) {
        return "Continue token \"" + text + "\" is none: give the one of the page before, or none for the first page";
    }

    boolean isOfNow() {
        return revision == 0;
    }

    /** The same place in the list as it is now. */
    ContinueToken ofNow() {
        return new ContinueToken(0, after, 0);
    }

    String text() {
        String plain = VERSION + " " + revision + " " + remaining + " " + after;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
