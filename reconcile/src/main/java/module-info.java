/** Informers, work queues, controllers and their manager. */
module io.coxswain.reconcile {
    requires transitive io.coxswain.core;
    requires org.jctools.core;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;
    requires static org.jspecify;
}
