package io.coxswain.controller;

import io.coxswain.resource.ResourceKey;
import java.util.List;

/** Notes each reconcile in the JVM's flight recorder, where there is one: a JVM may lack the module {@code jdk.jfr}. */
interface FlightRecorder {
    /** A flight of which nothing is noted. */
    Flight NOTHING = (controller, key, attempt, triggers, result) -> {};

    /** Notes nothing. */
    FlightRecorder NONE = () -> NOTHING;

    /** The recorder of this JVM. */
    FlightRecorder PRESENT = of(ModuleLayer.boot());

    /** A reconcile that is under way, on the thread that began it. */
    interface Flight {
        void end(String controller, ResourceKey key, int attempt, List<Long> triggers, String result);
    }

    /** A reconcile begins on this thread. */
    Flight begin();

    /** The recorder that those modules have. It and the event's class are loaded only when somebody has asked for it, as that takes a tenth of a second. */
    static FlightRecorder of(ModuleLayer modules) {
        return modules.findModule("jdk.jfr").isPresent()
                ? () -> jdk.jfr.FlightRecorder.isInitialized() ? ReconcileEvent.begun() : NOTHING
                : NONE;
    }
}
