/** The facade that wires a whole cluster into an application. */
module io.coxswain.cluster {
    requires transitive io.coxswain.core;
    requires static transitive io.coxswain.json;
    requires transitive io.coxswain.store;
    requires transitive io.coxswain.reconcile;
    requires transitive io.coxswain.workloads;
    requires transitive io.coxswain.scheduling;
    requires transitive io.coxswain.node;
    requires static transitive io.coxswain.network;
    requires jdk.unsupported; // sun.misc.Signal
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.cluster;
}
