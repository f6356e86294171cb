package io.coxswain.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The real environment: the contract, and what is particular to its threads. */
final class SystemEnvironmentTest extends EnvironmentContractTest {

    @Override
    Environment open() {
        return Environment.system();
    }

    @Override
    void close(Environment environment) {
        // there is one for the whole JVM, and it isn't closed
    }

    @Test
    void threadsEndWhenIdle() throws InterruptedException {
        SystemEnvironment shortLived = new SystemEnvironment(Duration.ofMillis(5));
        CompletableFuture<Thread> timer = new CompletableFuture<>();
        shortLived.schedule(Duration.ofMillis(1), Runnable::run, () -> timer.complete(Thread.currentThread()));
        for (Thread thread : new Thread[] {
            threadOf(shortLived.serial("s")), threadOf(shortLived.workers("w", 1)), shortLived.await(timer, LIMIT)
        }) {
            assertTrue(thread.isDaemon());
            thread.join(LIMIT.toMillis());
            assertFalse(thread.isAlive(), thread::getName);
        }
        assertTrue(threadOf(shortLived.serial("after")).isDaemon());
    }

    @Test
    void workersAreNamedAfterTheirExecutorAndHaveItsMakersClassLoader() {
        Thread worker = threadOf(Environment.system().workers("website", 1));
        assertEquals("website-1", worker.getName());
        CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
        Environment.system()
                .workers("website", 1)
                .execute(() -> loader.complete(Thread.currentThread().getContextClassLoader()));
        assertSame(
                Thread.currentThread().getContextClassLoader(),
                Environment.system().await(loader, LIMIT));
    }

    @Test
    void timerThreadMustNotWaitEither() {
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        Environment.system().schedule(Duration.ofMillis(1), Runnable::run, () -> {
            try {
                Environment.system().await(new CompletableFuture<String>(), Duration.ofMillis(1));
            } catch (IllegalStateException e) {
                refused.complete(e);
            }
        });
        assertTrue(Environment.system().await(refused, LIMIT).getMessage().contains("must not wait"));
    }

    @Test
    void codeOfUsersThatComputesStopsNoBlockingTask() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        int busy = Runtime.getRuntime().availableProcessors();
        Executor users = Environment.system().workers("users", busy);
        CountDownLatch computing = new CountDownLatch(busy);
        for (int i = 0; i < busy; i++) {
            users.execute(() -> {
                computing.countDown();
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            assertTrue(computing.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
            Environment.system().blocking("own", 1).execute(() -> done.complete(null));
            Environment.system().await(done, LIMIT);
        } finally {
            stop.set(true);
        }
    }

    @Test
    void taskThatBlocksInsideSynchronizedStopsNoOther() {
        int blocked = 2 * Runtime.getRuntime().availableProcessors();
        Executor workers = Environment.system().workers("synchronized", blocked + 1);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        for (int i = 0; i < blocked; i++) {
            workers.execute(() -> {
                synchronized (new Object()) {
                    Environment.system().await(gate, LIMIT);
                }
            });
        }
        workers.execute(() -> gate.complete(null));
        Environment.system().await(gate, LIMIT);
    }

    private static Thread threadOf(Executor executor) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        executor.execute(() -> thread.complete(Thread.currentThread()));
        return Environment.system().await(thread, LIMIT);
    }
}
