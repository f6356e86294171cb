package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is off doesn't happen among all that is on. */
class FaultsThatAreOffTest {
    private static final int RUNS = 20;
    private static final double OFTEN = 0.4;

    private static ConfigMap map(String name) {
        return new ConfigMap(ObjectMeta.named("default", name), Map.of(), Map.of(), null);
    }

    private static void copier(Simulation sim, Faults faults) {
        Reconciler<ConfigMap> reconciler = (read, ctx) -> {
            if (read.metadata().name().equals("a")) {
                ctx.apply(map("b"));
            }
            return Outcome.done();
        };
        sim.replicas(2);
        sim.controller(Controller.of(ConfigMap.KIND, () -> reconciler));
        sim.workload(w -> w.create(map("a")).delete(ConfigMap.KIND, "a").create(map("a")));
        sim.faults(faults);
    }

    private static Set<Fault> happening(Faults faults) {
        Runner runner = new Runner(sim -> copier(sim, faults), 1);
        Set<Fault> seen = new LinkedHashSet<>();
        runner.faultless().candidates().forEach(deviation -> seen.add(deviation.fault()));
        for (int number = 1; number <= RUNS; number++) {
            runner.random(number, OFTEN).deviations().forEach(deviation -> seen.add(deviation.fault()));
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NODE_LOSS", "NODE_FLAP"}) // there is no node
    void faultHappensOnlyIfItIsOn(Fault fault) {
        Faults others = Faults.all().and(Fault.DUPLICATE, Fault.LOSE).without(fault);

        assertTrue(happening(Faults.only(fault)).contains(fault));
        assertFalse(happening(others).contains(fault));
    }
}
