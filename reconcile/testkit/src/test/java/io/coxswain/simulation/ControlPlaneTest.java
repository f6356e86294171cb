package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The project's own controllers, scheduler and node agents under all faults. */
class ControlPlaneTest {
    private static final int RUNS = switch (System.getProperty("coxswain.effort", "small")) {
        case "long" -> 20_000;
        case "ci" -> 2_000;
        default -> 150;
    };

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

    @Test
    void deploymentsConvergeWithoutNodes() {
        Report report = Simulation.search(ControlPlaneTest::setsAndPods)
                .named("setsAndPods")
                .runs(RUNS)
                .check();
        assertEquals(Optional.empty(), report.finding());
    }

    @Test
    void deploymentsConvergeOnNodes() {
        Report report = Simulation.search(ControlPlaneTest::wholeCluster)
                .named("wholeCluster")
                .runs(RUNS)
                .check();
        assertEquals(Optional.empty(), report.finding());
    }
}
