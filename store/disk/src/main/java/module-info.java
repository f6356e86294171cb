/** The store that survives the process. */
module io.coxswain.store.disk {
    requires transitive io.coxswain.store;
    requires io.coxswain.json;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.coxswain.store.disk;
}
