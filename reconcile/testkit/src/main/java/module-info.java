/** Whole control planes in a test, on virtual time. */
module io.coxswain.testkit {
    requires transitive io.coxswain.reconcile;
    requires transitive io.coxswain.node;
    requires io.coxswain.store;
    requires io.coxswain.workloads;
    requires io.coxswain.scheduling;
    requires transitive org.junit.jupiter.api;
    requires org.junit.platform.commons;
    requires static net.jqwik.api;
    requires static org.jspecify;

    exports io.coxswain.simulation;
    exports io.coxswain.simulation.jqwik;
    exports io.coxswain.testkit;
}
