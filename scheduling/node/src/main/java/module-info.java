/** The node agent, probes and worker runtimes. */
module io.coxswain.node {
    requires transitive io.coxswain.reconcile;
    requires org.slf4j;
    requires static org.jspecify;
}
