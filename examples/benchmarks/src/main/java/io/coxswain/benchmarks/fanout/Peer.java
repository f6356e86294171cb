package io.coxswain.benchmarks.fanout;

/** What brings events to subscribers. */
enum Peer {
    COXSWAIN("coxswain: shared log, a cursor each") {
        @Override
        Dispatcher open(Delivery delivery) {
            return new StoreDispatcher(delivery);
        }
    },
    DISRUPTOR("Disruptor, a processor each") {
        @Override
        Dispatcher open(Delivery delivery) {
            return new DisruptorDispatcher(delivery);
        }
    },
    SUBMISSION_PUBLISHER("SubmissionPublisher") {
        @Override
        Dispatcher open(Delivery delivery) {
            return new FlowDispatcher(delivery);
        }
    },
    JCTOOLS("JCTools SPSC, a queue each") {
        @Override
        Dispatcher open(Delivery delivery) {
            return new QueueDispatcher(delivery);
        }
    };

    final String title;

    Peer(String title) {
        this.title = title;
    }

    abstract Dispatcher open(Delivery delivery);
}
