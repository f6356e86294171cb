package com.example.shop;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.cluster.Cluster;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Runs a shop, whose tills are processes of this module. */
final class Main {
    private Main() {}

    record Shop(ObjectMeta metadata, Spec spec, Status status) implements Resource<Shop> {
        record Spec(int tills) {}

        record Status(int openTills) {}

        static final Kind<Shop> KIND = Kind.namespaced("example.com/v1", "Shop", Shop.class);
    }

    static final class ShopReconciler implements Reconciler<Shop> {
        @Override
        public Outcome reconcile(Shop shop, Context<Shop> context) {
            Deployment made = context.apply(Deployment.of(
                    shop.metadata().name(),
                    shop.spec().tills(),
                    Container.of("till", "java:com.example.shop.Till")));
            Shop.Status status = new Shop.Status(made.status().readyReplicas());
            context.updateStatus(new Shop(shop.metadata(), shop.spec(), status));
            return Outcome.done();
        }
    }

    public static void main(String[] args) {
        System.out.println(Main.class.getModule() + " uses " + Cluster.class.getModule());
        Duration limit = Duration.ofSeconds(30);
        CompletableFuture<String> said = new CompletableFuture<>();
        try (Cluster cluster = Cluster.builder()
                .controller(Controller.of(Shop.KIND, ShopReconciler::new).owns(Deployment.KIND))
                .output((pod, container, line) -> said.complete("[" + pod.name() + "] " + line))
                .start()) {
            System.out.println(cluster.apply(Path.of(args[0])));
            Shop shop = cluster.await(Shop.KIND, "corner", now -> now.status().openTills() == 2, limit);
            System.out.println("shop has " + shop.status().openTills() + " tills");
            System.out.println(Environment.system().await(said, limit));
        }
    }
}
