package io.coxswain.store.disk;

import io.coxswain.client.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes the bodies of frames: see {@link Body}. One thread's; used again for each body. */
final class BodyWriter {
    private static final int FIRST_CAPACITY = 4_096;
    /** What a rare large body needed isn't kept for all the small ones after it. */
    private static final int KEPT_CAPACITY = 4 << 20;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    /** Begins another body. */
    BodyWriter begin(int type) {
        if (bytes.length > KEPT_CAPACITY) {
            bytes = new byte[FIRST_CAPACITY];
        }
        size = 0;
        put(type);
        return this;
    }

    /** Ends it. */
    BodyWriter end() {
        put(Body.LAST);
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void cause(Cause cause) {
        text(cause.actor());
        text(cause.subject());
        number(cause.attempt());
        number(cause.revisions().size());
        cause.revisions().forEach(this::number);
    }

    void name(ObjectName name) {
        text(name.apiVersion());
        text(name.kind());
        text(name.key().namespace());
        text(name.key().name());
    }

    void value(Sealed value) {
        text(value.keyId());
        blob(value.bytes());
    }

    void applied(Map<String, Sealed> applied) {
        number(applied.size());
        applied.forEach((manager, value) -> {
            text(manager);
            value(value);
        });
    }

    void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first. */
    void number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void text(String text) {
        blob(text.getBytes(StandardCharsets.UTF_8));
    }

    private void blob(byte[] blob) {
        number(blob.length);
        ensure(blob.length);
        System.arraycopy(blob, 0, bytes, size, blob.length);
        size += blob.length;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
