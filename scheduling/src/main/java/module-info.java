/** The scheduler framework with its default plugins, and the balancer. */
module io.coxswain.scheduling {
    requires transitive io.coxswain.reconcile;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.balancing;
    exports io.coxswain.scheduling;
    exports io.coxswain.scheduling.framework;
    exports io.coxswain.scheduling.plugin;
    exports io.coxswain.scheduling.queue;
}
