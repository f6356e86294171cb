package io.coxswain.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.BaseStream;

/** What a simulation can't see, and what to use in its place. */
enum Ban {
    TIME("Environment.now() or nanoTime()") {
        @Override
        boolean covers(CodeUnitAccessTarget call) {
            return isOn(call, System.class, "nanoTime", "currentTimeMillis")
                    || (inPackage(call, "java.time") && call.getName().equals("now"))
                    || (isOn(call, java.time.Clock.class) && call.getName().startsWith("system"))
                    || (isOn(call, java.util.Date.class, NEW)
                            && call.getRawParameterTypes().isEmpty())
                    || isOn(call, java.util.Calendar.class, "getInstance");
        }
    },
    THREADS("Environment.serial(), workers() or schedule()") {
        @Override
        boolean covers(CodeUnitAccessTarget call) {
            return isOn(call, Thread.class, NEW, "ofVirtual", "ofPlatform", "startVirtualThread")
                    || isOn(call, Executors.class)
                    || (isOn(call, ExecutorService.class) && call.getName().equals(NEW))
                    || isOn(call, ForkJoinPool.class, "commonPool")
                    || isOn(call, java.util.Timer.class)
                    || isOn(call, CompletableFuture.class, "orTimeout", "completeOnTimeout", "delayedExecutor")
                    || (isOn(call, CompletionStage.class) && isAsync(call) && !takes(call, Executor.class))
                    || isOn(call, java.util.Collection.class, "parallelStream")
                    || isOn(call, BaseStream.class, "parallel")
                    || (isOn(call, java.util.Arrays.class) && call.getName().startsWith("parallel"));
        }
    },
    RANDOMNESS("Environment.random(purpose)") {
        @Override
        boolean covers(CodeUnitAccessTarget call) {
            return isOn(call, ThreadLocalRandom.class, "current")
                    || (isOn(call, RandomGenerator.class) && call.getName().equals(NEW))
                    || isOn(call, RandomGenerator.class, "of", "getDefault")
                    || isOn(call, RandomGeneratorFactory.class)
                    || isOn(call, Math.class, "random")
                    || isOn(call, StrictMath.class, "random")
                    || (isOn(call, java.util.Collections.class, "shuffle")
                            && call.getRawParameterTypes().size() == 1);
        }
    },
    IDS("Environment.newUid()") {
        @Override
        boolean covers(CodeUnitAccessTarget call) {
            return isOn(call, java.util.UUID.class, "randomUUID");
        }
    },
    WAITING("Environment.await(stage, limit)") {
        @Override
        boolean covers(CodeUnitAccessTarget call) {
            return isOn(call, Thread.class, "sleep", "join", "yield", "onSpinWait")
                    || isOn(call, Object.class, "wait", "notify", "notifyAll")
                    || isOn(call, LockSupport.class)
                    || isOn(call, Condition.class)
                    || isOn(call, Process.class, "waitFor")
                    || isOn(call, CompletableFuture.class, "join")
                    || isOn(call, Future.class, "get")
                    || isOn(call, ExecutorService.class, "awaitTermination", "invokeAll", "invokeAny", "close")
                    || LATCHES.stream().anyMatch(latch -> isOn(call, latch))
                    || isOn(call, BlockingQueue.class, "take", "put")
                    || isOn(call, BlockingDeque.class, "takeFirst", "takeLast", "putFirst", "putLast")
                    || (isOn(call, BlockingQueue.class, "poll", "offer")
                            && call.getRawParameterTypes().size() > 1);
        }
    };

    private static final String NEW = "<init>";
    private static final Set<Class<?>> LATCHES =
            Set.of(CountDownLatch.class, CyclicBarrier.class, Phaser.class, Exchanger.class, Semaphore.class);

    private final String replacement;

    Ban(String replacement) {
        this.replacement = replacement;
    }

    abstract boolean covers(CodeUnitAccessTarget call);

    String replacement() {
        return replacement;
    }

    static Optional<Ban> of(CodeUnitAccessTarget call) {
        return Arrays.stream(values()).filter(ban -> ban.covers(call)).findFirst();
    }

    /** Whether a member of that type, or of one that implements it, is called; any member if no names are given. */
    private static boolean isOn(CodeUnitAccessTarget call, Class<?> type, String... names) {
        return call.getOwner().isAssignableTo(type)
                && (names.length == 0 || Set.of(names).contains(call.getName()));
    }

    private static boolean inPackage(CodeUnitAccessTarget call, String name) {
        return call.getOwner().getPackageName().equals(name);
    }

    private static boolean isAsync(CodeUnitAccessTarget call) {
        return call.getName().endsWith("Async");
    }

    private static boolean takes(CodeUnitAccessTarget call, Class<?> type) {
        return call.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }
}
