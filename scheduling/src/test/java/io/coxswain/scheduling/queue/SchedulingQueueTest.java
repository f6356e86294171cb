package io.coxswain.scheduling.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.ResourceKey;
import io.coxswain.scheduling.framework.QueuedPod;
import io.coxswain.scheduling.plugin.PrioritySort;
import io.coxswain.scheduling.queue.SchedulingQueue.Counts;
import org.junit.jupiter.api.Test;

class SchedulingQueueTest {
    private static final long SECOND = 1_000_000_000;

    private final SchedulingQueue queue = new SchedulingQueue(new PrioritySort(), Backoff.DEFAULT);

    @Test
    void higherPriorityGoesFirstThenTheOlder() {
        queue.add(pod("late", 0));
        queue.add(pod("later", 0));
        queue.add(pod("important", 7));

        assertEquals("important", taken());
        assertEquals("late", taken());
        assertEquals("later", taken());
        assertNull(queue.next());
    }

    @Test
    void unschedulablePodWaitsUntilTheClusterChanges() {
        fail("a", 0);

        queue.advance(60 * SECOND);
        assertEquals(new Counts(0, 0, 1), queue.counts());

        queue.moveAll(60 * SECOND);
        assertEquals(new Counts(1, 0, 0), queue.counts());
    }

    @Test
    void changeOfTheClusterLetsPodBackOffForTheRestOfItsWait() {
        fail("a", 0);

        queue.moveAll(SECOND / 4);

        assertEquals(new Counts(0, 1, 0), queue.counts());
        assertEquals(SECOND, queue.nextDueNanos());
        queue.advance(SECOND - 1);
        assertNull(queue.next());
        queue.advance(SECOND);
        assertEquals("a", taken());
    }

    @Test
    void backOffDoublesWithEachAttempt() {
        queue.add(pod("a", 0));
        long now = 0;
        for (long wait : new long[] {1, 2, 4, 8, 10, 10}) {
            assertEquals("a", taken());
            queue.failed(key("a"), now);
            assertEquals(now + wait * SECOND, queue.nextDueNanos());
            now += wait * SECOND;
            queue.advance(now);
        }
    }

    @Test
    void changeOfTheClusterDuringTheCycleLetsPodBackOffOnly() {
        queue.add(pod("a", 0));
        assertEquals("a", taken());

        queue.moveAll(0);
        queue.unschedulable(key("a"), 0);

        assertEquals(new Counts(0, 1, 0), queue.counts());
    }

    @Test
    void changeOfThePodDuringTheCycleLetsItBackOffOnly() {
        queue.add(pod("a", 0));
        assertEquals("a", taken());

        queue.add(pod("a", 5));
        queue.unschedulable(key("a"), 0);

        assertEquals(new Counts(0, 1, 0), queue.counts());
        queue.advance(SECOND);
        QueuedPod next = queue.next();
        assertNotNull(next);
        assertEquals(5, next.priority());
        assertEquals(2, next.attempts());
    }

    @Test
    void changeOfAWaitingPodLetsItBeTriedAtOnce() {
        fail("a", 0);

        queue.add(pod("a", 3));

        assertEquals("a", taken());
    }

    @Test
    void refreshedPodKeepsItsPlace() {
        fail("a", 0);

        queue.refresh(pod("a", 3));

        assertEquals(new Counts(0, 0, 1), queue.counts());
        queue.moveAll(SECOND);
        QueuedPod next = queue.next();
        assertNotNull(next);
        assertEquals(3, next.priority());
    }

    @Test
    void nothingStaysUnschedulableForMoreThanFiveMinutes() {
        fail("a", 0);

        assertEquals(SchedulingQueue.UNSCHEDULABLE_LIMIT_NANOS, queue.nextDueNanos());
        queue.advance(SchedulingQueue.UNSCHEDULABLE_LIMIT_NANOS);

        assertEquals("a", taken());
    }

    @Test
    void removedPodIsNowhere() {
        fail("stuck", 0);
        queue.add(pod("ready", 0));
        queue.add(pod("flying", 9));
        assertEquals("flying", taken());

        for (String name : new String[] {"ready", "stuck", "flying"}) {
            assertTrue(queue.contains(key(name)), name);
            queue.remove(key(name));
        }
        queue.failed(key("flying"), 0);
        queue.moveAll(60 * SECOND);
        queue.advance(60 * SECOND);

        assertNull(queue.next());
        assertNull(queue.nextDueNanos());
        assertEquals(new Counts(0, 0, 0), queue.counts());
    }

    private void fail(String name, long now) {
        queue.add(pod(name, 0));
        assertEquals(name, taken());
        queue.unschedulable(key(name), now);
    }

    private String taken() {
        QueuedPod next = queue.next();
        return next == null ? "none" : next.pod().metadata().name();
    }

    private static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    private static Pod pod(String name, int priority) {
        return new Pod(ObjectMeta.named("default", name), PodSpec.EMPTY.withPriority(priority), PodStatus.EMPTY);
    }
}
