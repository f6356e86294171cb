package io.coxswain.controller;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.DeploymentSpec;
import io.coxswain.api.apps.v1.DeploymentStatus;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import java.util.List;
import java.util.Map;

/** The reconciler from the design. */
final class WebsiteReconciler implements Reconciler<Website> {
    private static final Container CONTAINER =
            ContainerBuilder.builder().name("site").image("site:1").build();

    static ControllerSpec<Website> controller() {
        return Controller.of(Website.KIND, WebsiteReconciler::new).owns(Deployment.KIND);
    }

    @Override
    public Outcome reconcile(Website site, Context<Website> ctx) {
        Deployment d = ctx.apply(deploymentOf(site));
        ctx.updateStatus(site.withStatus(new Website.Status(d.status().readyReplicas())));
        return Outcome.done();
    }

    static Deployment deploymentOf(Website site) {
        Map<String, String> labels = Map.of("site", site.metadata().name());
        PodTemplateSpec template = new PodTemplateSpec(
                ObjectMeta.EMPTY.withLabels(labels), PodSpec.EMPTY.withContainers(List.of(CONTAINER)));
        DeploymentSpec spec = DeploymentSpec.EMPTY
                .withReplicas(site.spec().replicas())
                .withSelector(new LabelSelector(List.of(), labels))
                .withTemplate(template);
        return new Deployment(ObjectMeta.named(site.metadata().name()), spec, DeploymentStatus.EMPTY);
    }
}
