package io.coxswain.cluster;

import io.coxswain.client.Committed;
import io.coxswain.resource.ResourceRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an apply did, object by object. The text form has a line for each, such as {@code deployment/crawler created}.
 *
 * @param revision of the commit; the present one if nothing changed
 * @param objects in the order in which they were given
 */
public record Applied(long revision, List<Entry> objects) {
    public Applied {
        objects = List.copyOf(objects);
    }

    /** What became of one object. */
    public record Entry(ResourceRef object, Committed.Effect effect) {
        @Override
        public String toString() {
            String word = switch (effect) {
                case CREATED -> "created";
                case CHANGED -> "configured";
                case UNCHANGED -> "unchanged";
                case TERMINATING -> "terminating";
                case DELETED -> "deleted";
            };
            return object.kind().toLowerCase(Locale.ROOT) + "/" + object.key().name() + " " + word;
        }
    }

    @Override
    public String toString() {
        return objects.stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }
}
