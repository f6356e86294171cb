/** The built-in controllers. */
module io.coxswain.workloads {
    requires transitive io.coxswain.reconcile;
    requires org.slf4j;
    requires static org.jspecify;
}
