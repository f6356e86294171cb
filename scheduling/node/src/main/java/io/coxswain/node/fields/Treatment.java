package io.coxswain.node.fields;

/** What the agent does about a field that a pod sets. */
public enum Treatment {
    /** What it says is done, or needs nothing to be done here. */
    HONOURED,
    /** The pod runs without it, which is told once. */
    IGNORED,
    /** The pod isn't run. */
    REFUSED
}
