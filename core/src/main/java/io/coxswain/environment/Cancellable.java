package io.coxswain.environment;

/** Something that is yet to happen and can be called off. */
public interface Cancellable {

    /**
     * Calls it off. Never blocks; calling again changes nothing.
     *
     * @return whether it will now not happen; false if it has begun or was cancelled before
     */
    boolean cancel();
}
