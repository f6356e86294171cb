/** The tests that every store must pass, with histories and the checks of them. */
module io.coxswain.store.contract {
    requires transitive io.coxswain.store;
    requires transitive org.junit.jupiter.api;
    requires net.jqwik.api;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports io.coxswain.store.contract;
    exports io.coxswain.store.history;

    opens io.coxswain.store.contract;
}
