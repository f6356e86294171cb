package io.coxswain.node.runtime.process;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A program with a runtime and a worker of three generations; prints the number of each process that it is the cause of, and waits. */
final class JvmToBeKilled {
    private static final Duration LONG = Duration.ofMinutes(5);

    private JvmToBeKilled() {}

    public static void main(String[] args) {
        Environment environment = Environment.system();
        ProcessRuntime runtime = ProcessRuntime.create(environment);
        Worker worker = environment.await(
                runtime.start(
                        Specs.shell(Path.of("").toAbsolutePath(), ProcessRuntimeTest.STUBBORN_FAMILY),
                        WorkerListener.NONE),
                LONG);
        ProcessRuntimeTest.processes(worker, 3).forEach(process -> System.out.println(process.pid()));
        System.out.println(ProcessRuntimeTest.guardian().pid());
        environment.await(new CompletableFuture<>(), LONG);
    }
}
