package io.coxswain.apiserver;

/** What a request wants to be done: run against a snapshot, and again against a newer one if a commit came between. */
@FunctionalInterface
interface Script {

    /** Pure but for the stage. */
    void run(Stage stage);
}
