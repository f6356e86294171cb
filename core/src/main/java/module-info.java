/** The vocabulary of Coxswain: resources, kinds, the client, the environment and the interfaces that modules implement. */
module io.coxswain.core {
    requires transitive org.slf4j;
    requires static org.jspecify;
    requires static java.compiler;
    requires static io.soabase.recordbuilder.core;

    exports io.coxswain.admission;
    exports io.coxswain.api;
    exports io.coxswain.api.apps.v1;
    exports io.coxswain.api.coordination.v1;
    exports io.coxswain.api.core.v1;
    exports io.coxswain.api.discovery.v1;
    exports io.coxswain.api.meta.v1;
    exports io.coxswain.client;
    exports io.coxswain.endpoint;
    exports io.coxswain.environment;
    exports io.coxswain.environment.simulated;
    exports io.coxswain.error;
    exports io.coxswain.merge;
    exports io.coxswain.metrics;
    exports io.coxswain.resource;
    exports io.coxswain.schema;
    exports io.coxswain.selector;
    exports io.coxswain.validation;
    exports io.coxswain.value;
}
