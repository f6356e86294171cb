/** Informers, work queues, controllers and their manager. */
module io.coxswain.reconcile {
    requires transitive io.coxswain.core;
    requires transitive org.slf4j;
    requires org.jctools.core;
    requires static jdk.jfr;
    requires static org.jspecify;

    exports io.coxswain.controller;
    exports io.coxswain.election;
    exports io.coxswain.event;
    exports io.coxswain.informer;
    exports io.coxswain.queue;
}
