package io.coxswain.api;

import io.coxswain.resource.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An immutable set of kinds, in the order in which they were named; of each apiVersion and name there is one. */
public final class Kinds implements Iterable<Kind<?>> {
    private final List<Kind<?>> kinds;
    private final Map<String, Kind<?>> byName = new LinkedHashMap<>();

    private Kinds(List<Kind<?>> kinds) {
        this.kinds = List.copyOf(kinds);
        for (Kind<?> kind : kinds) {
            Kind<?> other = byName.put(key(kind.apiVersion(), kind.name()), kind);
            if (other != null && other != kind) {
                throw new IllegalArgumentException("kind " + kind.name() + " of " + kind.apiVersion() + " is both "
                        + other.type().getName() + " and "
                        + (other.type() == kind.type()
                                ? "that of another definition"
                                : kind.type().getName())
                        + ": keep one of them");
            }
        }
    }

    private static String key(String apiVersion, String name) {
        return apiVersion.concat(" ").concat(name);
    }

    /** These kinds only. */
    public static Kinds of(Kind<?>... kinds) {
        return new Kinds(List.of(kinds));
    }

    /** The kinds of Kubernetes that this library has. */
    public static Kinds builtin() {
        return Builtin.KINDS;
    }

    /**
     * These kinds and others; one that is there already stays where it is.
     *
     * @throws IllegalArgumentException if another kind of the same apiVersion and name is there
     */
    public Kinds with(Kind<?>... others) {
        List<Kind<?>> all = new ArrayList<>(kinds);
        for (Kind<?> other : others) {
            if (all.stream().noneMatch(kind -> isSame(kind, other))) {
                all.add(other);
            }
        }
        return new Kinds(all);
    }

    /** Those of records are told apart by identity, those of definitions by what these say. */
    private static boolean isSame(Kind<?> one, Kind<?> other) {
        return one == other || (one.equals(other) && one.structure().equals(other.structure()));
    }

    /** The kind of an object that says this apiVersion and kind, or null. */
    public @Nullable Kind<?> find(String apiVersion, String name) {
        return byName.get(key(apiVersion, name));
    }

    /**
     * The kind that people mean by a word: {@code deployments}, {@code deployment}, {@code Deployment}, {@code deploy} or
     * {@code deployments.apps}; null if there is none. If several have it, the first.
     */
    public @Nullable Kind<?> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (Kind<?> kind : kinds) {
            if (isNamed(kind, lower) || isNamedWithGroup(kind, lower)) {
                return kind;
            }
        }
        return null;
    }

    private static boolean isNamed(Kind<?> kind, String lower) {
        return lower.equals(kind.plural())
                || lower.equals(kind.name().toLowerCase(Locale.ROOT))
                || kind.shortNames().contains(lower);
    }

    private static boolean isNamedWithGroup(Kind<?> kind, String lower) {
        String suffix = "." + kind.group();
        return !kind.group().isEmpty()
                && lower.endsWith(suffix)
                && isNamed(kind, lower.substring(0, lower.length() - suffix.length()));
    }

    /** All of them in their order. */
    public List<Kind<?>> list() {
        return kinds;
    }

    @Override
    public Iterator<Kind<?>> iterator() {
        return kinds.iterator();
    }

    @Override
    public String toString() {
        return kinds.toString();
    }

    /** Made when first asked for. */
    private static final class Builtin {
        static final Kinds KINDS = new Kinds(BuiltInKinds.all());
    }
}
