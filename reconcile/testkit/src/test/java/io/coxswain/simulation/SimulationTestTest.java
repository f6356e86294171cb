package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The annotation calls the body afresh for each run. */
class SimulationTestTest {
    private int calls;
    private Simulation last;

    @SimulationTest(runs = 25)
    void bodyIsCalledForEachRun(Simulation sim) {
        assertNotEquals(last, sim);
        last = sim;
        calls++;
        sim.program(
                "p",
                (client, environment) -> client.async()
                        .create(new ConfigMap(ObjectMeta.named("default", "m"), Map.of(), Map.of(), null)));
        sim.eventuallyStable(
                "it is there", state -> state.find(ConfigMap.KIND, "m").isPresent());
        sim.faults(Faults.all().without(Fault.TIMEOUT_LOST, Fault.PARTITION));
    }

    /** The run without faults, twice, the declaration that is looked at for its faults, and 23 with faults. */
    @AfterEach
    void countCalls() {
        assertEquals(26, calls);
    }
}
