package io.coxswain.benchmarks.programs;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Applies a manifest with one Deployment, and says when so many of its pods are ready. */
public final class RunDeployment {
    /** What it says then. */
    public static final String READY = "READY";

    private RunDeployment() {}

    /** Arguments: manifest, name of the Deployment, replicas. */
    public static void main(String[] args) throws IOException {
        int replicas = Integer.parseInt(args[2]);
        try (Cluster cluster = Cluster.start()) {
            cluster.apply(Path.of(args[0]));
            cluster.await(
                    Deployment.KIND,
                    args[1],
                    deployment -> deployment.status().readyReplicas() == replicas,
                    Duration.ofSeconds(60));
            System.out.println(READY);
            Input.awaitEnd();
        }
    }
}
