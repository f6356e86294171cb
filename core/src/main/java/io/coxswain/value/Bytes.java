package io.coxswain.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** An immutable run of bytes, base64 on the wire. Its text names only the length, because it may be a secret. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of the array. */
    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** The text in UTF-8. */
    public static Bytes ofUtf8(String text) {
        return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the base64 text stands for.
     *
     * @throws IllegalArgumentException if the text isn't base64 with padding
     */
    public static Bytes ofBase64(String text) {
        return text.isEmpty() ? EMPTY : new Bytes(Base64.getDecoder().decode(text));
    }

    /** How many bytes these are. */
    public int size() {
        return content.length;
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return content.clone();
    }

    /** The bytes read as UTF-8. */
    public String utf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The wire form. */
    public String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return content.length == 1 ? "1 byte" : content.length + " bytes";
    }
}
