/** The store interface, the memory engine, watch dispatch and the API server. */
module io.coxswain.store {
    requires transitive io.coxswain.core;
    requires org.jctools.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.apiserver;
    exports io.coxswain.store;
    exports io.coxswain.store.memory;
}
