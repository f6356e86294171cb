package io.coxswain.benchmarks.informer;

/** An informer of Pods with an index by namespace and one by node, and a handler that counts. Lists and watches are served from memory. */
enum Subject {
    COXSWAIN("coxswain") {
        @Override
        Opened open(int pods) {
            return new CoxswainInformer(pods);
        }
    },
    FABRIC8("fabric8") {
        @Override
        Opened open(int pods) {
            return new Fabric8Informer(pods);
        }
    },
    CLIENT_JAVA("client-java") {
        @Override
        Opened open(int pods) {
            return new ClientJavaInformer(pods);
        }
    };

    final String title;

    Subject(String title) {
        this.title = title;
    }

    /** Makes the objects that the list and the watch are going to give. */
    abstract Opened open(int pods);

    /** One informer. */
    interface Opened extends AutoCloseable {
        /** Comes back when all that the list gives is cached and the handler was told of it. */
        void fill() throws InterruptedException;

        /** Comes back when each object has changed once and the handler was told of it. */
        void update() throws InterruptedException;

        /** Looks up a node's Pods, and looks at each. */
        int walkNode(String node);

        int walkNamespace(String namespace);

        @Override
        void close();
    }
}
