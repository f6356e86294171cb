package io.coxswain.environment;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for code of users: virtual ones where the running JVM has those that give up their carrier whenever they block, else daemon
 * platform threads that are kept for a while.
 */
final class WorkerThreads {

    /**
     * Before JDK 24 (JEP 491) a virtual thread that blocks inside {@code synchronized} holds its carrier, of which there are as many as
     * processors. Two such reconcilers would stop all others on a small machine, so there platform threads are used.
     */
    private static final int FIRST_VERSION_WITHOUT_PINNING = 24;

    private WorkerThreads() {}

    /** An executor that runs each task at once on a thread of its own. Its threads have the context class loader of the caller. */
    static Executor named(String name, Duration keepAlive) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (areVirtual()) {
            ThreadFactory factory = virtualFactory(name + "-");
            return task -> withLoader(factory.newThread(task), loader).start();
        }
        return platform(name, keepAlive);
    }

    /** The same with platform threads, which the system gives their share of a processor whatever others do. */
    static Executor platform(String name, Duration keepAlive) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, keepAlive.toNanos(), TimeUnit.NANOSECONDS, new SynchronousQueue<>(), body -> {
                    Thread thread =
                            new Thread(InternalThread.ROOT, body, name + "-" + count.incrementAndGet(), 0, false);
                    thread.setDaemon(true);
                    return withLoader(thread, loader);
                });
    }

    static boolean areVirtual() {
        return Runtime.version().feature() >= FIRST_VERSION_WITHOUT_PINNING;
    }

    private static Thread withLoader(Thread thread, ClassLoader loader) {
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** {@code Thread.ofVirtual().name(prefix, 1).inheritInheritableThreadLocals(false).factory()}, which Java 17 can't name. */
    private static ThreadFactory virtualFactory(String prefix) {
        try {
            Class<?> type = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Method ofVirtual = Thread.class.getMethod("ofVirtual");
            Object builder = ofVirtual.invoke(null);
            builder = type.getMethod("name", String.class, long.class).invoke(builder, prefix, 1L);
            builder = type.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(builder, false);
            return (ThreadFactory) type.getMethod("factory").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("This JVM has virtual threads, but not with the API of JDK 21", e);
        }
    }
}
