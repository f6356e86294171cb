package io.coxswain.controller;

import io.coxswain.resource.Resource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which changes concern a controller. Those given here let every creation and deletion through and look at updates only (controller-runtime {@code pkg/predicate}).
 *
 * @param <R> the record of the objects
 */
@FunctionalInterface
public interface ChangePredicate<R extends Resource<R>> {

    /** Whether a change concerns the controller; pure. */
    boolean accepts(Change<R> change);

    /** {@code metadata.generation} changed, that is usually the spec. */
    static <R extends Resource<R>> ChangePredicate<R> generationChanged() {
        return new MetadataChanged<>(metadata -> metadata.generation());
    }

    /** The labels changed. */
    static <R extends Resource<R>> ChangePredicate<R> labelsChanged() {
        return new MetadataChanged<>(metadata -> metadata.labels());
    }

    /** The annotations changed. */
    static <R extends Resource<R>> ChangePredicate<R> annotationsChanged() {
        return new MetadataChanged<>(metadata -> metadata.annotations());
    }

    /** One annotation changed, came or went. */
    static <R extends Resource<R>> ChangePredicate<R> annotationChanged(String name) {
        return new MetadataChanged<>(metadata -> metadata.annotations().get(name));
    }

    /** The object is of another revision; false for a resync. */
    static <R extends Resource<R>> ChangePredicate<R> resourceVersionChanged() {
        return new MetadataChanged<>(metadata -> metadata.resourceVersion());
    }

    /** Something that can be read from the object changed. */
    static <R extends Resource<R>> ChangePredicate<R> changed(Function<R, ? extends @Nullable Object> part) {
        return change -> {
            R old = change.old();
            R now = change.now();
            return old == null || now == null || !Objects.equals(part.apply(old), part.apply(now));
        };
    }

    /** Both accept. */
    default ChangePredicate<R> and(ChangePredicate<R> other) {
        return change -> accepts(change) && other.accepts(change);
    }

    /** One of both accepts. */
    default ChangePredicate<R> or(ChangePredicate<R> other) {
        return change -> accepts(change) || other.accepts(change);
    }

    /** This one doesn't accept. */
    default ChangePredicate<R> negate() {
        return change -> !accepts(change);
    }
}
