// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pods, and the label of nodes by which near is measured. */
public record PodAffinityTerm(
        @Nullable LabelSelector labelSelector,
        List<String> matchLabelKeys,
        List<String> mismatchLabelKeys,
        @Nullable LabelSelector namespaceSelector,
        List<String> namespaces,
        @Required @AlwaysWritten String topologyKey) {
    /** Nothing is set. */
    public static final PodAffinityTerm EMPTY = new PodAffinityTerm(null, List.of(), List.of(), null, List.of(), "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodAffinityTerm {
        matchLabelKeys = Ordered.list(matchLabelKeys);
        mismatchLabelKeys = Ordered.list(mismatchLabelKeys);
        namespaces = Ordered.list(namespaces);
        topologyKey = requireNonNullElse(topologyKey, "");
    }

    /** This with another {@code labelSelector}. */
    public PodAffinityTerm withLabelSelector(@Nullable LabelSelector labelSelector) {
        return new PodAffinityTerm(
                labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey);
    }

    /** This with another {@code matchLabelKeys}. */
    public PodAffinityTerm withMatchLabelKeys(List<String> matchLabelKeys) {
        return new PodAffinityTerm(
                labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey);
    }

    /** This with another {@code mismatchLabelKeys}. */
    public PodAffinityTerm withMismatchLabelKeys(List<String> mismatchLabelKeys) {
        return new PodAffinityTerm(
                labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey);
    }

    /** This with another {@code namespaceSelector}. */
    public PodAffinityTerm withNamespaceSelector(@Nullable LabelSelector namespaceSelector) {
        return new PodAffinityTerm(
                labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey);
    }

    /** This with another {@code namespaces}. */
    public PodAffinityTerm withNamespaces(List<String> namespaces) {
        return new PodAffinityTerm(
                labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey);
    }

    /** This with another {@code topologyKey}. */
    public PodAffinityTerm withTopologyKey(String topologyKey) {
        return new PodAffinityTerm(
                labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodAffinityTerm that
                        && Objects.equals(labelSelector, that.labelSelector)
                        && matchLabelKeys.equals(that.matchLabelKeys)
                        && mismatchLabelKeys.equals(that.mismatchLabelKeys)
                        && Objects.equals(namespaceSelector, that.namespaceSelector)
                        && namespaces.equals(that.namespaces)
                        && topologyKey.equals(that.topologyKey));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(labelSelector);
        hash = 31 * hash + matchLabelKeys.hashCode();
        hash = 31 * hash + mismatchLabelKeys.hashCode();
        hash = 31 * hash + Objects.hashCode(namespaceSelector);
        hash = 31 * hash + namespaces.hashCode();
        hash = 31 * hash + topologyKey.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
