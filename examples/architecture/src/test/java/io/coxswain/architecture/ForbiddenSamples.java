package io.coxswain.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Never run: the test of the bans must find each method whose name begins with a ban, and no other. */
@SuppressWarnings("all")
abstract class ForbiddenSamples {

    LongSupplier timeByReference() {
        return System::nanoTime;
    }

    long timeMillis() {
        return System.currentTimeMillis();
    }

    Object timeInstant() {
        return Instant.now();
    }

    Object timeDate() {
        return LocalDate.now();
    }

    Object timeClock() {
        return Clock.systemUTC();
    }

    Object timeOldDate() {
        return new Date();
    }

    Object threadsNew() {
        return new Thread(() -> {});
    }

    Object threadsPool() {
        return Executors.newCachedThreadPool();
    }

    Object threadsTimer() {
        return new Timer();
    }

    Object threadsAsync(CompletableFuture<String> stage) {
        return stage.thenApplyAsync(String::length);
    }

    Object threadsTimeout(CompletableFuture<String> stage) {
        return stage.orTimeout(1, TimeUnit.SECONDS);
    }

    Object threadsStream(List<String> list) {
        return list.stream().parallel();
    }

    Object threadsCollection(ArrayList<String> list) {
        return list.parallelStream();
    }

    Object randomnessThread() {
        return ThreadLocalRandom.current();
    }

    Supplier<Random> randomnessByReference() {
        return Random::new;
    }

    Object randomnessSplittable() {
        return new SplittableRandom(1);
    }

    double randomnessMath() {
        return Math.random();
    }

    void randomnessShuffle(List<String> list) {
        Collections.shuffle(list);
    }

    Object idsRandom() {
        return UUID.randomUUID();
    }

    void waitingSleep() throws Exception {
        Thread.sleep(1);
    }

    void waitingObject() throws Exception {
        wait();
    }

    void waitingLatch() throws Exception {
        new CountDownLatch(1).await();
    }

    void waitingSemaphore() throws Exception {
        new Semaphore(1).acquire();
    }

    void waitingPark() {
        LockSupport.park();
    }

    Object waitingJoin(CompletableFuture<String> stage) {
        return stage.join();
    }

    Function<CompletableFuture<String>, String> waitingByReference() {
        return CompletableFuture::join;
    }

    Object waitingGet(Future<String> future) throws Exception {
        return future.get();
    }

    Object waitingTake(LinkedBlockingQueue<String> queue) throws Exception {
        return queue.take();
    }

    Object waitingPoll(BlockingQueue<String> queue) throws Exception {
        return queue.poll(1, TimeUnit.SECONDS);
    }

    Object allowed(CompletableFuture<String> stage, Executor executor, BlockingQueue<String> queue, Random random) {
        queue.offer("x");
        Collections.shuffle(List.of(), random);
        return List.of(
                stage.thenApplyAsync(String::length, executor),
                stage.getNow(""),
                queue.poll(),
                Instant.EPOCH.plusSeconds(1),
                UUID.nameUUIDFromBytes(new byte[0]),
                new Date(1));
    }
}
