/** The node agent, probes and worker runtimes. */
module io.coxswain.node {
    requires transitive io.coxswain.reconcile;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.node.runtime;
    exports io.coxswain.node.runtime.jvm;
    exports io.coxswain.node.runtime.process;
}
