package io.coxswain.simulation;

/** Unwinds the code of a process that has died. An error, so that code under test which catches its exceptions doesn't live on. */
final class CrashSignal extends Error {
    private static final long serialVersionUID = 1;

    CrashSignal() {
        super("the process has died, as the simulation wants it", null, false, false);
    }
}
