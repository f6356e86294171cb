package io.coxswain.scheduling.framework;

import io.coxswain.api.core.v1.Pod;
import java.util.List;
import java.util.Map;

/**
 * A part of the scheduler that decides where pods go. Implements one or more of the nested interfaces, one for each extension point of a cycle, which are called in this order: {@link PreEnqueue},
 * {@link QueueSort}, {@link PreFilter}, {@link Filter}, {@link PreScore}, {@link Score}, {@link Reserve}, binding, {@link PostBind}.
 *
 * <p>Calls of one scheduler never overlap. A plug-in may block; the next pod then waits. An exception fails the pod's cycle with the plug-in's name; the pod is tried again after a back-off.
 */
public interface SchedulerPlugin {

    /** A name that no other plug-in has, such as {@code NodeResourcesFit}. */
    String name();

    /** Keeps pods out of the queue until they are ready to be scheduled. */
    interface PreEnqueue extends SchedulerPlugin {
        /** Success, or why the pod must wait; it is asked again when the pod changes. */
        Verdict preEnqueue(Pod pod);
    }

    /** Orders the queue; a scheduler has exactly one. */
    interface QueueSort extends SchedulerPlugin {
        /** Negative if the first goes before the second. */
        int compare(QueuedPod one, QueuedPod other);
    }

    /** Looks at the pod once before any node is looked at. */
    interface PreFilter extends SchedulerPlugin {
        /** Success; or skip, to leave out this plug-in's {@link Filter} for this pod; or why the pod fits no node. */
        Verdict preFilter(CycleState state, Pod pod, List<NodeInfo> nodes);
    }

    /** Says whether a pod fits a node. */
    interface Filter extends SchedulerPlugin {
        Verdict filter(CycleState state, Pod pod, NodeInfo node);
    }

    /** Looks at the nodes that fit before they are scored. */
    interface PreScore extends SchedulerPlugin {
        /** Success; or skip, to leave out this plug-in's {@link Score} for this pod. */
        Verdict preScore(CycleState state, Pod pod, List<NodeInfo> feasible);
    }

    /** Ranks the nodes that fit. */
    interface Score extends SchedulerPlugin {
        /** The highest score after normalisation. */
        long MAX = 100;

        /** Any number; see {@link #normalize}. */
        long score(CycleState state, Pod pod, NodeInfo node);

        /** Brings the scores, by node, into 0 to {@value #MAX}; without this they must lie there already. */
        default Map<String, Long> normalize(CycleState state, Pod pod, Map<String, Long> scores) {
            return scores;
        }
    }

    /** Keeps account of what is promised to pods that aren't bound yet. */
    interface Reserve extends SchedulerPlugin {
        Verdict reserve(CycleState state, Pod pod, String node);

        /** Undoes {@link #reserve}, also one that wasn't called; never fails. */
        void unreserve(CycleState state, Pod pod, String node);
    }

    /** Hears of pods that were bound. */
    interface PostBind extends SchedulerPlugin {
        void postBind(CycleState state, Pod pod, String node);
    }
}
