package io.coxswain.node.runtime.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import io.coxswain.resource.ResourceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class JvmRuntimeTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Environment ENVIRONMENT = Environment.system();

    @Test
    void workerGetsItsPodAndReturnsAsExitZero() {
        Worker worker = start(context -> context.log(context.pod() + " " + context.address() + ":" + context.port()
                + " " + context.args() + " " + context.variables().get("PORT")));
        assertEquals(WorkerExit.ofCode(0), await(worker.exit()));
        assertEquals(
                List.of("shop/web-1 127.80.0.1:8080 [a] 8080"),
                await(worker.log().tail(10)));
    }

    @Test
    void exceptionIsExitOneWithItsMessage() {
        Worker worker = start(context -> {
            throw new IllegalStateException("no route");
        });
        WorkerExit exit = await(worker.exit());
        assertEquals(1, exit.code());
        assertEquals("java.lang.IllegalStateException: no route", exit.message());
    }

    @Test
    void workerThatWaitsForItsStopIsNotInterrupted() {
        CompletableFuture<Void> waits = new CompletableFuture<>();
        Worker worker = start(context -> {
            waits.complete(null);
            context.awaitStop();
            context.log("interrupted: " + Thread.currentThread().isInterrupted());
        });
        await(waits);
        worker.signal(StopSignal.TERM);
        assertEquals(0, await(worker.exit()).code());
        assertEquals(List.of("interrupted: false"), await(worker.log().tail(1)));
    }

    @Test
    void blockedWorkerIsInterrupted() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Worker worker = start(context -> {
            begun.complete(null);
            context.environment().await(new CompletableFuture<>(), LIMIT);
        });
        await(begun);
        worker.signal(StopSignal.TERM);
        assertEquals(143, await(worker.exit()).code());
    }

    @Test
    void workerThatIgnoresItsStopIsGivenUp() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Worker worker = start(context -> {
            begun.complete(null);
            while (!release.isDone()) {
                Thread.onSpinWait();
            }
        });
        await(begun);
        worker.signal(StopSignal.TERM);
        worker.signal(StopSignal.KILL);
        assertEquals(137, await(worker.exit()).code());
        release.complete(null);
    }

    @Test
    void readinessIsHandedOn() {
        CompletableFuture<Readiness> said = new CompletableFuture<>();
        JvmRuntime runtime = JvmRuntime.create(ENVIRONMENT, Map.of("w", JvmContext::ready));
        await(runtime.start(spec("w"), said::complete));
        assertEquals(Readiness.READY, await(said));
    }

    @Test
    void unknownNameSaysWhichAreKnown() {
        JvmRuntime runtime = JvmRuntime.create(ENVIRONMENT, Map.of("frontier", context -> {}));
        CompletionStage<Worker> started = runtime.start(spec("fontier"), WorkerListener.NONE);
        WorkerStartException failure = assertThrows(WorkerStartException.class, () -> await(started));
        assertTrue(
                failure.getMessage()
                        .endsWith("no worker 'fontier' is registered in this application; registered: frontier"),
                failure::getMessage);
    }

    private static Worker start(JvmWorker worker) {
        return await(JvmRuntime.create(ENVIRONMENT, Map.of("w", worker)).start(spec("w"), WorkerListener.NONE));
    }

    private static WorkerSpec spec(String name) {
        PodSandbox sandbox = PodSandbox.of(ResourceKey.of("shop", "web-1"), "u", "n1", "127.80.0.1", Path.of("."));
        return new WorkerSpec(
                sandbox,
                "web",
                Image.jvm(name),
                List.of(),
                List.of("a"),
                "",
                Map.of("PORT", "8080"),
                0,
                Readiness.READY);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return ENVIRONMENT.await(stage, LIMIT);
    }
}
