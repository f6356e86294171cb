/** The scheduler framework with its default plugins, and the balancer. */
module io.coxswain.scheduling {
    requires transitive io.coxswain.reconcile;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static org.jspecify;
}
