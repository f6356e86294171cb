package io.coxswain.environment.simulated;

/** Something that can happen next in a simulation: a step of a serial executor, the beginning of a worker's task, or the end of a wait. */
public interface Action {

    /**
     * What happens and for the how manieth time, such as {@code informer#12}, {@code website#3} or {@code website#3 resumes#1}. Unique
     * within a run. Depends only on what the same actor did before, so it stays when others do more or less.
     */
    String name();

    /** Grows from one to the next in the order in which they became possible. */
    long order();
}
