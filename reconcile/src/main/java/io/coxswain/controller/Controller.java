package io.coxswain.controller;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.function.Supplier;

/**
 * Begins the wiring of a reconciler, which stands beside it once, for production and for tests:
 *
 * <pre>{@code
 * static ControllerSpec<Website> controller() {
 *     return Controller.of(Website.KIND, WebsiteReconciler::new).owns(Deployment.KIND);
 * }
 * }</pre>
 *
 * <p>A reconciler comes from a supplier, so that every start of the controller has an instance of its own.
 */
public final class Controller {
    private Controller() {}

    /** A controller whose reconciler is called for resources that exist; one that is a {@link Cleaner} too keeps a finalizer. */
    public static <R extends Resource<R>> ControllerSpec<R> of(
            Kind<R> kind, Supplier<? extends Reconciler<R>> reconciler) {
        return new ControllerSpec<>(kind, spec -> new ExistingOnly<>(reconciler.get(), spec));
    }

    /** A controller whose reconciler is called for every key that something happened to. */
    public static <R extends Resource<R>> ControllerSpec<R> ofKeys(
            Kind<R> kind, Supplier<? extends KeyReconciler<R>> reconciler) {
        return new ControllerSpec<>(kind, spec -> reconciler.get());
    }
}
