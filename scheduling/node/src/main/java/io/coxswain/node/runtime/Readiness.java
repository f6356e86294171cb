package io.coxswain.node.runtime;

/** What a worker says about its readiness for requests; probes may besides. */
public enum Readiness {
    READY,
    NOT_READY
}
