package io.coxswain.benchmarks.reconcile;

/** A controller of ConfigMaps that does nothing, over an API server in this JVM. */
enum Subject {
    COXSWAIN("coxswain") {
        @Override
        Opened open(int objects) {
            return new CoxswainOperator(objects);
        }
    },
    JOSDK("java-operator-sdk, fabric8's mock server") {
        @Override
        Opened open(int objects) {
            return new JosdkOperator(objects);
        }
    };

    /** At once, for each. */
    static final int WORKERS = 2;

    static final String NAMESPACE = "default";

    final String title;

    Subject(String title) {
        this.title = title;
    }

    /** Starts it on an API server that has so many objects; comes back when each was reconciled. */
    abstract Opened open(int objects);

    /** A controller at work. */
    interface Opened extends AutoCloseable {
        Runs runs();

        /** Makes one more object. */
        void create(int n);

        /** Lets the objects that there were at the beginning be reconciled again, though nothing changed. */
        void triggerAll();

        /** Changes an object of the beginning, and says how many microseconds after the answer the cache has the change. */
        double writeUntilCached(int n) throws InterruptedException;

        @Override
        void close();
    }

    static String name(int n) {
        return "settings-" + n;
    }
}
