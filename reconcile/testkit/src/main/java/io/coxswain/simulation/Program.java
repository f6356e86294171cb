package io.coxswain.simulation;

import io.coxswain.client.Client;
import io.coxswain.environment.Environment;

/** A program that runs as a process of its own in a simulation and is started anew after each crash: whatever it keeps in fields is gone then. */
@FunctionalInterface
public interface Program {

    /**
     * Begins; must not wait.
     *
     * @param client the API, as far as this process can reach it
     * @param environment this process's clocks, threads and timers
     */
    void start(Client client, Environment environment);
}
