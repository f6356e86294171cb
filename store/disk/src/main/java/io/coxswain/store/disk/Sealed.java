package io.coxswain.store.disk;

/** The JSON of an object as it stands on the disk. Nobody changes its bytes. */
final class Sealed {
    private final String keyId;
    private final byte[] bytes;

    /** @param keyId the key with which it is encrypted; empty if it isn't */
    Sealed(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes;
    }

    String keyId() {
        return keyId;
    }

    byte[] bytes() {
        return bytes;
    }
}
