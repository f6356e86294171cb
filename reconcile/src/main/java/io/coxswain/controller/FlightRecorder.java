package io.coxswain.controller;

import io.coxswain.resource.ResourceKey;
import java.util.List;

/** Notes each reconcile in the JVM's flight recorder, where there is one: a JVM may lack the module {@code jdk.jfr}. */
interface FlightRecorder {
    /** Notes nothing. */
    FlightRecorder NONE = () -> (controller, key, attempt, triggers, result) -> {};

    /** The recorder of this JVM. */
    FlightRecorder PRESENT = of(ModuleLayer.boot());

    /** A reconcile that is under way, on the thread that began it. */
    interface Flight {
        void end(String controller, ResourceKey key, int attempt, List<Long> triggers, String result);
    }

    /** A reconcile begins on this thread. */
    Flight begin();

    /** The recorder that those modules have; the class with the event is loaded only if they do. */
    static FlightRecorder of(ModuleLayer modules) {
        return modules.findModule("jdk.jfr").isPresent() ? ReconcileEvent::begun : NONE;
    }
}
