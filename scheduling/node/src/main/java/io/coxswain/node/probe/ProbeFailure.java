package io.coxswain.node.probe;

/** A probe can't be carried out; the message says why. */
final class ProbeFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProbeFailure(String message) {
        super(message);
    }
}
