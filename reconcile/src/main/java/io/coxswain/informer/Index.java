package io.coxswain.informer;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Finds objects of a kind by something that can be read from them, usually a constant:
 *
 * <pre>{@code
 * static final Index<Pod> BY_NODE = Index.field(Pod.KIND, "spec.nodeName");
 * static final Index<Website> BY_HOST = Index.of(Website.KIND, "host", site -> List.of(site.spec().host()));
 * }</pre>
 *
 * <p>A cache builds an index when it is first asked for it. Two of one kind, name and line of code are the same index.
 *
 * @param kind of the objects
 * @param name unique among those of the kind
 * @param values the values under which an object is found; pure
 * @param <R> the record of the objects
 */
public record Index<R extends Resource<R>>(
        Kind<R> kind, String name, Function<R, ? extends Collection<String>> values) {

    /** An index of one's own. */
    public static <R extends Resource<R>> Index<R> of(
            Kind<R> kind, String name, Function<R, ? extends Collection<String>> values) {
        return new Index<>(kind, name, values);
    }

    /** By namespace. */
    public static <R extends Resource<R>> Index<R> namespace(Kind<R> kind) {
        return new Index<>(
                kind, "namespace", object -> List.of(object.metadata().namespace()));
    }

    /** By the uid of each owner. */
    public static <R extends Resource<R>> Index<R> owner(Kind<R> kind) {
        return new Index<>(kind, "owner", object -> uids(object.metadata().ownerReferences()));
    }

    private static List<String> uids(List<OwnerReference> owners) {
        return switch (owners.size()) {
            case 0 -> List.of();
            case 1 -> List.of(owners.get(0).uid());
            default -> owners.stream().map(OwnerReference::uid).toList();
        };
    }

    /**
     * By a field that can be selected, such as {@code spec.nodeName}; an absent one isn't found.
     *
     * @throws IllegalArgumentException if the kind has no such selectable field
     */
    public static <R extends Resource<R>> Index<R> field(Kind<R> kind, String path) {
        Function<R, String> field = kind.selectableFields().get(path);
        if (field == null) {
            throw new IllegalArgumentException(
                    "index of " + kind + ": field " + path + ": can't be selected; these can: "
                            + String.join(", ", kind.selectableFields().keySet()));
        }
        return new Index<>(kind, path, object -> {
            String value = field.apply(object);
            return value.isEmpty() ? List.of() : List.of(value);
        });
    }

    /** Whether this and another index, of the same kind, have the same name and code. */
    boolean isSameAs(Index<R> other) {
        return other == this || (other.values.getClass() == values.getClass() && other.name.equals(name));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Index<?> index
                && name.equals(index.name)
                && kind.equals(index.kind)
                && values.getClass() == index.values.getClass();
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return kind + " by " + name;
    }
}
