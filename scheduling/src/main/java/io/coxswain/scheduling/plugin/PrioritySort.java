package io.coxswain.scheduling.plugin;

import io.coxswain.scheduling.framework.QueuedPod;
import io.coxswain.scheduling.framework.SchedulerPlugin;

/** The higher priority first; among equals the one that was queued first. */
public final class PrioritySort implements SchedulerPlugin.QueueSort {
    /** The plug-in; it has no state. */
    public PrioritySort() {}

    @Override
    public String name() {
        return "PrioritySort";
    }

    @Override
    public int compare(QueuedPod one, QueuedPod other) {
        int byPriority = Integer.compare(other.priority(), one.priority());
        return byPriority != 0 ? byPriority : Long.compare(one.sequence(), other.sequence());
    }
}
