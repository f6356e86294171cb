package io.coxswain.store.disk;

import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the objects of chosen kinds with AES-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. Bound to the object's
 * name. The nonce is made of a uid, which is unique without being kept anywhere. Thread-safe.
 */
final class Sealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Environment environment;
    private final @Nullable KeyProvider keys;
    private final Set<Kind<?>> kinds;

    Sealer(Environment environment, @Nullable KeyProvider keys, Set<Kind<?>> kinds) {
        this.environment = environment;
        this.keys = keys;
        this.kinds = kinds;
    }

    /** The id of the key with which objects of a kind are encrypted now; empty if they aren't. */
    String keyIdFor(Kind<?> kind) {
        return keys == null || !kinds.contains(kind) ? "" : keys.currentKeyId();
    }

    /** @param keyId empty to leave it in clear */
    Sealed seal(String keyId, ObjectName name, byte[] plain) {
        if (keyId.isEmpty()) {
            return new Sealed(keyId, plain);
        }
        byte[] nonce = nonce();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(keyId, name), nonce, name);
            byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return new Sealed(keyId, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name + " can't be encrypted with key " + keyId + ": " + e.getMessage(), e);
        }
    }

    byte[] open(ObjectName name, Sealed value) {
        String keyId = value.keyId();
        byte[] sealed = value.bytes();
        if (keyId.isEmpty()) {
            return sealed;
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(keyId, name), nonce, name);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DiskStoreException(
                    DiskStoreException.Reason.KEY_MISSING,
                    null,
                    0,
                    name + " can't be decrypted with key " + keyId
                            + ": it is another key than the one of this id that encrypted it, or another object's record was"
                            + " put in its place",
                    e);
        }
    }

    private SecretKey key(String keyId, ObjectName name) {
        SecretKey key = keys == null ? null : keys.key(keyId);
        if (key == null) {
            throw new DiskStoreException(
                    DiskStoreException.Reason.KEY_MISSING,
                    null,
                    0,
                    name + " is encrypted with key " + keyId + ", which "
                            + (keys == null ? "nobody provides: open the store with" : "isn't provided: add it to")
                            + " a KeyProvider that has it",
                    null);
        }
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, ObjectName name)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.bytes());
        return cipher;
    }

    /** 96 of the 122 bits of a uid. */
    private byte[] nonce() {
        UUID uid = UUID.fromString(environment.newUid());
        int high = (int) (uid.getMostSignificantBits() >>> 32);
        return ByteBuffer.allocate(NONCE_BYTES)
                .putInt(high)
                .putLong(uid.getLeastSignificantBits())
                .array();
    }
}
