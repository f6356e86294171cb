// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof SecretVolumeSource that
                        && Objects.equals(defaultMode, that.defaultMode)
                        && items.equals(that.items)
                        && Objects.equals(optional, that.optional)
                        && secretName.equals(that.secretName));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(defaultMode);
        hash = 31 * hash + items.hashCode();
        hash = 31 * hash + Objects.hashCode(optional);
        hash = 31 * hash + secretName.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
