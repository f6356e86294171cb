/** Binds tables of conformance cases to JUnit tests. */
module io.coxswain.conformance {
    requires com.fasterxml.jackson.core;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.coxswain.conformance;
}
