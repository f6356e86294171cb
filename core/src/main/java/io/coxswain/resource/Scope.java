package io.coxswain.resource;

/** Whether the objects of a kind live in a namespace or in the whole cluster. */
public enum Scope {
    NAMESPACED,
    CLUSTER
}
