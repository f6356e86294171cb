/** The built-in controllers. */
module io.coxswain.workloads {
    requires transitive io.coxswain.reconcile;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.workloads;
    exports io.coxswain.workloads.deployment;
    exports io.coxswain.workloads.endpointslice;
    exports io.coxswain.workloads.garbage;
    exports io.coxswain.workloads.node;
    exports io.coxswain.workloads.replicaset;
}
