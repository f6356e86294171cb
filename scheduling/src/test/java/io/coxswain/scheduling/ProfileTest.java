package io.coxswain.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coxswain.scheduling.framework.SchedulerPlugin;
import io.coxswain.scheduling.plugin.NodeResourcesFit;
import io.coxswain.scheduling.plugin.PrioritySort;
import io.coxswain.scheduling.plugin.TaintToleration;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void profileWithoutQueueSortIsRefused() {
        refused(
                "scheduler profile: 0 plug-ins sort the queue: exactly one must, such as PrioritySort",
                () -> Profile.builder().add(new TaintToleration()).build());
    }

    @Test
    void plugInThatIsThereIsNotAddedAgain() {
        refused(
                "scheduler profile: plug-in TaintToleration is there twice",
                () -> Profile.defaults().toBuilder().add(new TaintToleration()));
    }

    @Test
    void weightBelowOneIsRefused() {
        refused(
                "scheduler profile: weight of NodeResourcesFit: 0: must be at least 1",
                () -> Profile.builder().add(new NodeResourcesFit(), 0));
    }

    @Test
    void onlyWhatIsThereCanBeRemoved() {
        refused(
                "scheduler profile: no plug-in Cheapest to remove",
                () -> Profile.defaults().toBuilder().remove("Cheapest"));
    }

    @Test
    void changedCopyLeavesTheProfileAsItWas() {
        Profile profile = Profile.defaults();
        int filters = profile.of(SchedulerPlugin.Filter.class).size();

        Profile less = profile.toBuilder().remove("TaintToleration").build();

        assertEquals(filters - 1, less.of(SchedulerPlugin.Filter.class).size());
        assertEquals(filters, profile.of(SchedulerPlugin.Filter.class).size());
    }

    @Test
    void weightsAreKept() {
        TaintToleration taints = new TaintToleration();
        Profile profile =
                Profile.builder().add(new PrioritySort()).add(taints, 3).build();

        assertEquals(3, profile.toBuilder().build().weight(taints));
    }

    private static void refused(String message, Runnable what) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, what::run).getMessage());
    }
}
