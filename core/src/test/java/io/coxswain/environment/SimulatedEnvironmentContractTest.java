package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.simulated.SimulatedEnvironment;

/** The simulated environment keeps the contract too. */
final class SimulatedEnvironmentContractTest extends EnvironmentContractTest {

    @Override
    Environment open() {
        return SimulatedEnvironment.seeded(1);
    }

    @Override
    void close(Environment environment) {
        SimulatedEnvironment simulated = (SimulatedEnvironment) environment;
        simulated.close();
        for (Throwable failure : simulated.failures()) {
            assertTrue(failure.getMessage().startsWith("thrown by a test"), failure::toString);
        }
    }
}
