package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Taint;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;

/** A node that is cordoned off takes only pods that tolerate it. */
public final class NodeUnschedulable implements SchedulerPlugin.Filter {
    private static final Taint UNSCHEDULABLE =
            new Taint("node.kubernetes.io/unschedulable", Tolerations.NO_SCHEDULE, null, "");

    /** The plug-in; it has no state. */
    public NodeUnschedulable() {}

    @Override
    public String name() {
        return "NodeUnschedulable";
    }

    @Override
    public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
        boolean open = !node.node().spec().unschedulable()
                || Tolerations.tolerate(pod.spec().tolerations(), UNSCHEDULABLE);
        return open ? Verdict.success() : Verdict.unresolvable("is unschedulable");
    }
}
