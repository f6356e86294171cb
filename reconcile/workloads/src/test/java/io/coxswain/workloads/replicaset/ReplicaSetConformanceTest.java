package io.coxswain.workloads.replicaset;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.conformance.Conformance;
import io.coxswain.json.Codec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReplicaSetConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> deleteRank() {
        return Conformance.cases("replicaset/delete-rank", (input, expect) -> {
            Map<String, Integer> related = new LinkedHashMap<>();
            input.at("relatedPodsPerNode").fields().forEach((node, count) -> related.put(node, count.integer()));
            DeleteRank rank = new DeleteRank(Instant.parse(input.at("now").text()), related);
            List<Pod> pods = input.at("pods").items().stream()
                    .map(pod -> Codec.lenient().read(pod.wholeText(), Pod.KIND))
                    .toList();
            expect.at("delete")
                    .judge(rank.first(input.at("diff").integer(), pods).stream()
                            .map(pod -> pod.metadata().name())
                            .toList());
        });
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> slowStart() {
        return Conformance.cases("replicaset/slow-start", (input, expect) -> {
            List<Integer> failing = input.at("failing").integers();
            SlowStart run = SlowStart.run(input.at("missing").integer(), number -> {
                if (failing.contains(number)) {
                    throw new IllegalStateException("call " + number + " shall fail");
                }
            });
            expect.at("calls").judge(run.calls());
            expect.at("successes").judge(run.successes());
            expect.at("failed").judge(run.failure() != null);
        });
    }
}
