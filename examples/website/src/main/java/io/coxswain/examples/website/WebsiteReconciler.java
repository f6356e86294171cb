package io.coxswain.examples.website;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;

/** Gives every Website a Deployment of its replicas, and tells how many of them are ready. */
// region README FIRST
final class WebsiteReconciler implements Reconciler<Website> {
    static ControllerSpec<Website> controller() {
        return Controller.of(Website.KIND, WebsiteReconciler::new).owns(Deployment.KIND);
    }

    @Override
    public Outcome reconcile(Website site, Context<Website> context) {
        Deployment made = context.apply(
                Deployment.of(site.metadata().name(), site.spec().replicas(), Container.of("web", "jvm:web")));
        context.updateStatus(site.withStatus(new Website.Status(made.status().readyReplicas())));
        return Outcome.done();
    }
}
// endregion
