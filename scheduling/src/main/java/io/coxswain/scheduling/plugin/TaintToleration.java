package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Taint;
import io.coxswain.api.core.v1.Toleration;
import io.coxswain.scheduling.framework.CycleState;
import io.coxswain.scheduling.framework.NodeInfo;
import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.framework.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node's taints keep pods away that don't tolerate them; those that only prefer so lower the node's score. */
public final class TaintToleration implements SchedulerPlugin.Filter, SchedulerPlugin.Score {
    /** The plug-in; it has no state. */
    public TaintToleration() {}

    @Override
    public String name() {
        return "TaintToleration";
    }

    @Override
    public Verdict filter(CycleState state, Pod pod, NodeInfo node) {
        Taint blocking = blocking(pod, node);
        return blocking == null
                ? Verdict.success()
                : Verdict.unresolvable("has taint " + blocking.key()
                        + (blocking.value().isEmpty() ? "" : "=" + blocking.value())
                        + ":" + blocking.effect());
    }

    /** The first taint that keeps the pod away, or {@code null}. */
    static @Nullable Taint blocking(Pod pod, NodeInfo node) {
        for (Taint taint : node.node().spec().taints()) {
            boolean hard = taint.effect().equals(Tolerations.NO_SCHEDULE)
                    || taint.effect().equals(Tolerations.NO_EXECUTE);
            if (hard && !Tolerations.tolerate(pod.spec().tolerations(), taint)) {
                return taint;
            }
        }
        return null;
    }

    /** How many {@code PreferNoSchedule} taints the pod doesn't tolerate. */
    @Override
    public long score(CycleState state, Pod pod, NodeInfo node) {
        List<Toleration> soft = new ArrayList<>();
        for (Toleration toleration : pod.spec().tolerations()) {
            if (toleration.effect().isEmpty() || toleration.effect().equals(Tolerations.PREFER_NO_SCHEDULE)) {
                soft.add(toleration);
            }
        }
        long count = 0;
        for (Taint taint : node.node().spec().taints()) {
            if (taint.effect().equals(Tolerations.PREFER_NO_SCHEDULE) && !Tolerations.tolerate(soft, taint)) {
                count++;
            }
        }
        return count;
    }

    @Override
    public Map<String, Long> normalize(CycleState state, Pod pod, Map<String, Long> scores) {
        return Scores.normalizeReversed(scores);
    }
}
