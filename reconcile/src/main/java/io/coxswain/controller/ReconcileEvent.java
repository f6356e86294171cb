package io.coxswain.controller;

import io.coxswain.resource.ResourceKey;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One call of a reconciler, as the flight recorder shows it. */
@Name("io.coxswain.Reconcile")
@Label("Reconcile")
@Category("Coxswain")
@Description("A call of a controller's reconciler for one resource")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads them
final class ReconcileEvent extends Event implements FlightRecorder.Flight {
    @Label("Controller")
    private String controller = "";

    @Label("Resource")
    private String resource = "";

    @Label("Attempt")
    private int attempt;

    @Label("Triggers")
    @Description("The revisions of the changes that led to the call")
    private String triggers = "";

    @Label("Result")
    private String result = "";

    static FlightRecorder.Flight begun() {
        ReconcileEvent event = new ReconcileEvent();
        event.begin();
        return event;
    }

    @Override
    public void end(String by, ResourceKey key, int which, List<Long> because, String how) {
        end();
        if (shouldCommit()) {
            controller = by;
            resource = key.toString();
            attempt = which;
            triggers = because.stream().map(String::valueOf).collect(Collectors.joining(","));
            result = how;
            commit();
        }
    }
}
