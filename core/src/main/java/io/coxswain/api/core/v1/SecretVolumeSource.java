// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Secret whose entries are files of a volume. */
public record SecretVolumeSource(
        @Nullable Integer defaultMode,
        List<KeyToPath> items,
        @Nullable Boolean optional,
        String secretName) {
    /** Nothing is set. */
    public static final SecretVolumeSource EMPTY = new SecretVolumeSource(null, List.of(), null, "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public SecretVolumeSource {
        items = Ordered.list(items);
        secretName = requireNonNullElse(secretName, "");
    }

    /** This with another {@code defaultMode}. */
    public SecretVolumeSource withDefaultMode(@Nullable Integer defaultMode) {
        return new SecretVolumeSource(defaultMode, items, optional, secretName);
    }

    /** This with another {@code items}. */
    public SecretVolumeSource withItems(List<KeyToPath> items) {
        return new SecretVolumeSource(defaultMode, items, optional, secretName);
    }

    /** This with another {@code optional}. */
    public SecretVolumeSource withOptional(@Nullable Boolean optional) {
        return new SecretVolumeSource(defaultMode, items, optional, secretName);
    }

    /** This with another {@code secretName}. */
    public SecretVolumeSource withSecretName(String secretName) {
        return new SecretVolumeSource(defaultMode, items, optional, secretName);
    }
}
