package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;

/** A pod that names its node fits no other. */
public final class NodeName implements SchedulerPlugin.Filter {
    /** The plug-in; it has no state. */
    public NodeName() {}

    @Override
    public String name() {
        return "NodeName";
    }

    @Override
    public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
        String wanted = pod.spec().nodeName();
        return wanted.isEmpty() || wanted.equals(node.name())
                ? Verdict.success()
                : Verdict.unresolvable("isn't the requested node " + wanted);
    }
}
