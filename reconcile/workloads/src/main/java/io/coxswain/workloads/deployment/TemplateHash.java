package io.coxswain.workloads.deployment;

import io.coxswain.api.core.v1.PodTemplateSpec;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The name of a pod template: label {@code pod-template-hash} and the end of its replica set's name. Equal templates are found by comparing them, so a hash that changes with a new version of this
 * library does no harm.
 */
final class TemplateHash {
    /** Letters and digits that make no words. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private TemplateHash() {}

    /** The hash (FNV-1a, 32 bits) of a template; another one for each collision there has been. */
    static String of(PodTemplateSpec template, @Nullable Integer collisions) {
        int hash = FNV_OFFSET;
        for (byte b : (template + (collisions == null ? "" : "#" + collisions)).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toUnsignedString(hash).toCharArray()) {
            text.append(ALPHABET.charAt(digit % ALPHABET.length()));
        }
        return text.toString();
    }
}
