package io.coxswain.store.disk;

import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Gives the keys with which objects are encrypted on disk (AES-GCM). Another current key is used for what is written from
 * then on; those before it are needed until nothing on the disk is encrypted with them, which is so after two snapshots.
 *
 * <p>Called by any thread; should answer from memory.
 */
public interface KeyProvider {

    /** The id of the key for what is written now; kept in clear beside it, so it says nothing about the key. */
    String currentKeyId();

    /** The AES key of this id, or {@code null} if there is none. */
    @Nullable
    SecretKey key(String id);

    /** One key for ever. */
    static KeyProvider of(String id, SecretKey key) {
        return new KeyProvider() {
            @Override
            public String currentKeyId() {
                return id;
            }

            @Override
            public @Nullable SecretKey key(String asked) {
                return asked.equals(id) ? key : null;
            }
        };
    }
}
