package io.coxswain.benchmarks.simulation;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.simulation.Simulation;
import io.coxswain.workloads.deployment.DeploymentController;
import io.coxswain.workloads.replicaset.ReplicaSetController;

/** What is simulated: a web site is created, edited and deleted, and its pods become as many as asked for. */
final class Websites {
    record Website(ObjectMeta metadata, Spec spec, Status status) implements Resource<Website> {
        record Spec(int replicas) {}

        record Status(int readyReplicas) {}

        static final Kind<Website> KIND = Kind.namespaced("example.com/v1", "Website", Website.class);

        Website withReplicas(int count) {
            return new Website(metadata, new Spec(count), status);
        }

        Website withReady(int count) {
            return new Website(metadata, spec, new Status(count));
        }
    }

    private Websites() {}

    private static Reconciler<Website> reconciler() {
        return (site, context) -> {
            Deployment made = context.apply(
                    Deployment.of(site.metadata().name(), site.spec().replicas(), Container.of("web", "jvm:web")));
            context.updateStatus(site.withReady(made.status().readyReplicas()));
            return Outcome.done();
        };
    }

    /** Three controllers over a model of pods. */
    static void threeControllers(Simulation sim) {
        sim.controller(Controller.of(Website.KIND, Websites::reconciler).owns(Deployment.KIND));
        sim.controller(DeploymentController.controller());
        sim.controller(ReplicaSetController.controller());
        sim.podModel();
        life(sim);
    }

    /** The same with the whole control plane, scheduler and a node. */
    static void wholeControlPlane(Simulation sim) {
        sim.controller(Controller.of(Website.KIND, Websites::reconciler).owns(Deployment.KIND));
        sim.nodes("n1");
        life(sim);
    }

    private static void life(Simulation sim) {
        sim.workload(w -> w.create(site("a", 3))
                .edit(Website.KIND, "a", site -> site.withReplicas(1))
                .delete(Website.KIND, "a"));
        sim.eventuallyStable("nothing is left", state -> state.list(Pod.KIND).isEmpty());
    }

    private static Website site(String name, int replicas) {
        return new Website(ObjectMeta.named("default", name), new Website.Spec(replicas), new Website.Status(0));
    }
}
