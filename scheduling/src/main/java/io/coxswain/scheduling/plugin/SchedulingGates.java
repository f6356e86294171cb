package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSchedulingGate;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import java.util.List;

/** A pod with scheduling gates waits until the last one is removed (KEP-3521). */
public final class SchedulingGates implements SchedulerPlugin.PreEnqueue {
    /** The plug-in; it has no state. */
    public SchedulingGates() {}

    @Override
    public String name() {
        return "SchedulingGates";
    }

    @Override
    public Verdict preEnqueue(Pod pod) {
        List<String> gates = pod.spec().schedulingGates().stream()
                .map(PodSchedulingGate::name)
                .toList();
        return gates.isEmpty()
                ? Verdict.success()
                : Verdict.unresolvable("waiting for scheduling gates: " + String.join(", ", gates));
    }
}
