package io.coxswain.benchmarks.programs;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.cluster.Cluster;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.io.IOException;

/** A cluster with a kind and a controller of its own; says when the controller sees its first object. */
public final class FirstReconcile {
    /** What it says then. */
    public static final String RECONCILED = "RECONCILED";

    private FirstReconcile() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException {
        try (Cluster cluster = Cluster.builder()
                .controller(Controller.of(Website.KIND, SayingReconciler::new))
                .start()) {
            cluster.client().create(new Website(ObjectMeta.named("default", "first"), new Website.Spec(1)));
            Input.awaitEnd();
        }
    }

    /** The kind. */
    public record Website(ObjectMeta metadata, Spec spec) implements Resource<Website> {
        /** Describes it. */
        public static final Kind<Website> KIND = Kind.namespaced("example.com/v1", "Website", Website.class);

        /** What is wanted. */
        public record Spec(int replicas) {}
    }

    private static final class SayingReconciler implements Reconciler<Website> {
        @Override
        public Outcome reconcile(Website site, Context<Website> context) {
            System.out.println(RECONCILED);
            return Outcome.done();
        }
    }
}
