// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the containers of a pod resolve names. */
public record PodDNSConfig(List<String> nameservers, List<PodDNSConfigOption> options, List<String> searches) {
    /** Nothing is set. */
    public static final PodDNSConfig EMPTY = new PodDNSConfig(List.of(), List.of(), List.of());

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public PodDNSConfig {
        nameservers = Ordered.list(nameservers);
        options = Ordered.list(options);
        searches = Ordered.list(searches);
    }

    /** This with another {@code nameservers}. */
    public PodDNSConfig withNameservers(List<String> nameservers) {
        return new PodDNSConfig(nameservers, options, searches);
    }

    /** This with another {@code options}. */
    public PodDNSConfig withOptions(List<PodDNSConfigOption> options) {
        return new PodDNSConfig(nameservers, options, searches);
    }

    /** This with another {@code searches}. */
    public PodDNSConfig withSearches(List<String> searches) {
        return new PodDNSConfig(nameservers, options, searches);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PodDNSConfig that
                        && nameservers.equals(that.nameservers)
                        && options.equals(that.options)
                        && searches.equals(that.searches));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = nameservers.hashCode();
        hash = 31 * hash + options.hashCode();
        hash = 31 * hash + searches.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
