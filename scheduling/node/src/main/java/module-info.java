/** The node agent, probes and worker runtimes. */
module io.coxswain.node {
    requires transitive io.coxswain.reconcile;
    requires jdk.management;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.node;
    exports io.coxswain.node.probe;
    exports io.coxswain.node.runtime;
    exports io.coxswain.node.runtime.jvm;
    exports io.coxswain.node.runtime.model;
    exports io.coxswain.node.runtime.process;
}
