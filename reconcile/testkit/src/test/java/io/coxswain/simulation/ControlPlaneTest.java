package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.conformance.Effort;
import io.coxswain.workloads.deployment.DeploymentController;
import io.coxswain.workloads.replicaset.ReplicaSetController;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The project's own controllers, scheduler and node agents under all faults. {@code -Dcoxswain.effort=long} searches twenty minutes each. */
class ControlPlaneTest {
    /** As many on each machine; only the long form goes on for as long as there is time. */
    private static final int RUNS = Effort.of(150, 4_000, 1_000_000);

    private static final Duration LIMIT = Duration.ofMinutes(20);

    private static Container container(String image) {
        return Container.of("web", image);
    }

    /** A Deployment's life, without nodes: sets and pods as asked for. */
    private static void setsAndPods(Simulation sim) {
        sim.controlPlane();
        sim.workload(w -> w.create(Deployment.of("web", 2, container("process:one")))
                .edit(Deployment.KIND, "web", web -> web.withReplicas(3))
                .edit(Deployment.KIND, "web", web -> web.withReplicas(1)));
        sim.faults(Faults.all().everywhere());
        sim.eventuallyStable("one set and its pods", state -> {
            List<ReplicaSet> sets = state.list(ReplicaSet.KIND);
            return sets.size() == 1
                    && Objects.equals(sets.get(0).spec().replicas(), 1)
                    && state.list(Pod.KIND).size() == 1;
        });
        sim.always(
                "a pod keeps its owner",
                state -> state.list(Pod.KIND).stream()
                        .allMatch(pod -> pod.metadata().controller().isPresent()));
    }

    /** The same by controllers under test, with a model of pods. */
    private static void readyPods(Simulation sim) {
        sim.controller(DeploymentController.controller());
        sim.controller(ReplicaSetController.controller());
        sim.podModel();
        sim.workload(w -> w.create(Deployment.of("web", 2, container("process:one")))
                .edit(Deployment.KIND, "web", web -> web.withReplicas(3))
                .edit(Deployment.KIND, "web", web -> web.withReplicas(1)));
        sim.faults(Faults.all());
        sim.eventuallyStable(
                "complete with one pod",
                state -> state.find(Deployment.KIND, "web")
                                .filter(Deployment::isComplete)
                                .isPresent()
                        && state.list(Pod.KIND).stream().filter(Pod::isReady).count() == 1);
    }

    /** The same with nodes, a roll-out and the end. */
    private static void wholeCluster(Simulation sim) {
        sim.nodes("n1", "n2");
        sim.workload(w -> w.create(Deployment.of("web", 2, container("process:one")))
                .edit(Deployment.KIND, "web", web -> web.withReplicas(3))
                .edit(
                        Deployment.KIND,
                        "web",
                        web -> web.withTemplateSpec(io.coxswain.api.core.v1.PodSpec.of(container("process:two")))));
        sim.faults(Faults.all().everywhere());
        sim.eventuallyStable(
                "complete",
                state -> state.find(Deployment.KIND, "web")
                                .filter(Deployment::isComplete)
                                .isPresent()
                        && state.list(Pod.KIND).stream().filter(Pod::isReady).count() == 3);
    }

    private static void passes(String name, Consumer<Simulation> body) {
        Report report = Simulation.search(body)
                .named(name)
                .runs(RUNS)
                .depth(Effort.of(0, 1, 1)) // few runs see more if they are random
                .limit(LIMIT)
                .check();
        assertEquals(Optional.empty(), report.finding());
    }

    @Test
    void deploymentsConvergeWithoutNodes() {
        passes("setsAndPods", ControlPlaneTest::setsAndPods);
    }

    @Test
    void deploymentsConvergeOverAModelOfPods() {
        passes("readyPods", ControlPlaneTest::readyPods);
    }

    @Test
    void deploymentsConvergeOnNodes() {
        passes("wholeCluster", ControlPlaneTest::wholeCluster);
    }
}
