package io.coxswain.node.container;

import io.coxswain.client.AsyncClient;
import io.coxswain.environment.Environment;
import io.coxswain.node.fields.ProcessUser;
import io.coxswain.node.probe.Prober;
import io.coxswain.value.Quantity;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the containers of a node share.
 *
 * @param environment for time
 * @param client reads what variables refer to
 * @param prober asks workers
 * @param runtimes run them
 * @param capacity what a container has that sets no limit
 * @param user as whom they run
 */
public record ContainerServices(
        Environment environment,
        AsyncClient client,
        Prober prober,
        Runtimes runtimes,
        Map<String, Quantity> capacity,
        Supplier<ProcessUser> user) {}
