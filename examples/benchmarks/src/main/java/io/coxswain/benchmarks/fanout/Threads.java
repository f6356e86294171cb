package io.coxswain.benchmarks.fanout;

/** The peers' threads. */
final class Threads {
    /** As many as Coxswain has for its steps. */
    static final int SHARED = Math.max(2, Runtime.getRuntime().availableProcessors());

    private Threads() {}

    /** What a thread does; may wait. */
    interface Work {
        void run() throws InterruptedException;
    }

    static void started(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
