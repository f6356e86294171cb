package io.coxswain.scheduling.queue;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.scheduling.framework.QueuedPod;
import io.coxswain.scheduling.plugin.PrioritySort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class QueueConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> backoff() {
        return Conformance.cases("scheduler/backoff", (input, expect) -> {
            Backoff backoff = new Backoff(
                    Duration.ofMillis(input.at("initialMillis").number(1_000)),
                    Duration.ofMillis(input.at("maxMillis").number(10_000)));
            expect.at("backoffMillis")
                    .judge(backoff.after(input.at("attempts").integer()).toMillis());
        });
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> order() {
        return Conformance.cases("scheduler/queue-order", (input, expect) -> {
            List<QueuedPod> pods = new ArrayList<>();
            for (Json entry : input.at("pods").items()) {
                PodSpec spec = PodSpec.EMPTY.withPriority(entry.at("priority").integer(0));
                Pod pod = new Pod(ObjectMeta.named(entry.at("name").text()), spec, PodStatus.EMPTY);
                pods.add(new QueuedPod(pod, entry.at("queuedMillis").number(), 0));
            }
            pods.sort(new PrioritySort()::compare);
            expect.at("order")
                    .judge(pods.stream()
                            .map(queued -> queued.pod().metadata().name())
                            .toList());
        });
    }
}
