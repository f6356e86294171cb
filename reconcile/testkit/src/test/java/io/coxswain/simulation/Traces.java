package io.coxswain.simulation;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.testkit.DeploymentLife;
import io.coxswain.workloads.deployment.DeploymentController;
import io.coxswain.workloads.replicaset.ReplicaSetController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What simulations do, step by step, and the hashes of their traces: to be compared with what they do in another JVM. */
final class Traces {
    /** So many, that two JVMs hardly ever iterate over them from the same one on. */
    private static final Set<String> UNORDERED =
            Set.of(IntStream.range(0, 10_000).mapToObj(i -> "v" + i).toArray(String[]::new));

    private final List<String> lines = new ArrayList<>();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

    private Traces() {}

    /** Simulations of what is deterministic, with every fault that there is. */
    static Traces sound() {
        Traces traces = new Traces();
        traces.random("two managers", Traces::twoManagers, 6);
        traces.otherFaults("two managers", Traces::twoManagers);
        traces.otherFaults("nodes", Traces::nodes);
        traces.life(1);
        return traces;
    }

    /** One of a controller that isn't. */
    static Traces unsound() {
        Traces traces = new Traces();
        traces.random("order of a set", Traces::orderOfASet, 1);
        return traces;
    }

    /** One line for each step, and one for each trace's hash. */
    List<String> lines() {
        return lines;
    }

    /** Those that happened. */
    Set<Fault> faults() {
        return faults;
    }

    private void random(String name, Consumer<Simulation> body, int runs) {
        Runner runner = new Runner(body, 1);
        for (int number = 1; number <= runs; number++) {
            run(name, runner, runner.random(number, Swarm.rate(number)).deviations());
        }
    }

    /** One run with each that hasn't happened yet and can happen here. */
    private void otherFaults(String name, Consumer<Simulation> body) {
        Runner runner = new Runner(body, 1);
        for (Deviation candidate : runner.exploring(List.of()).candidates()) {
            if (!faults.contains(candidate.fault())) {
                run(name, runner, List.of(candidate));
            }
        }
    }

    private void run(String name, Runner runner, List<Deviation> deviations) {
        Runner.Result result = runner.detailed(deviations);
        deviations.forEach(deviation -> faults.add(deviation.fault()));
        add(name + " " + deviations);
        result.timeline().entries().forEach(entry -> add(name + " " + entry));
        add(name + " trace hash " + result.hash());
    }

    private void life(long seed) {
        String name = "life of a deployment, seed " + seed + ": ";
        long hash = DeploymentLife.run(seed, change -> add(name + change));
        add(name + "trace hash " + hash);
    }

    private void add(String line) {
        lines.add(line.replace('\n', ' '));
    }

    private static Faults faultsOf(Faults.Scope scope) {
        return new Faults(EnumSet.allOf(Fault.class), scope);
    }

    private static void twoManagers(Simulation sim) {
        sim.replicas(2);
        sim.controller(DeploymentController.controller());
        sim.controller(ReplicaSetController.controller());
        sim.podModel();
        life(sim);
        sim.faults(faultsOf(Faults.Scope.CONTROLLERS_UNDER_TEST));
    }

    private static void nodes(Simulation sim) {
        sim.nodes("n1", "n2");
        life(sim);
        sim.faults(faultsOf(Faults.Scope.EVERYTHING));
    }

    private static void life(Simulation sim) {
        sim.workload(w -> w.create(Deployment.of("web", 2, Container.of("web", "process:one")))
                .edit(
                        Deployment.KIND,
                        "web",
                        web -> web.withTemplateSpec(PodSpec.of(Container.of("web", "process:two"))))
                .delete(Deployment.KIND, "web"));
    }

    private static void orderOfASet(Simulation sim) {
        sim.controller(Controller.of(ConfigMap.KIND, () -> (read, ctx) -> {
            if (read.metadata().name().equals("a")) {
                ctx.apply(map("b", Map.of("first", UNORDERED.iterator().next())));
            }
            return Outcome.done();
        }));
        sim.workload(w -> w.create(map("a", Map.of())));
        sim.faults(Faults.none());
    }

    private static ConfigMap map(String name, Map<String, String> data) {
        return new ConfigMap(ObjectMeta.named("default", name), Map.of(), data, null);
    }

    /** Writes what it tells to the files that the arguments name: of what is sound, and of what isn't. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[0]), sound().lines());
        Files.write(Path.of(args[1]), unsound().lines());
    }
}
