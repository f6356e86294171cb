package io.coxswain.node.container;

import io.coxswain.conformance.Conformance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RestartBackoffConformanceTest {

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> waits() {
        return Conformance.cases("pod/restart-backoff", (input, expect) -> {
            RestartBackoff backoff = new RestartBackoff(
                    Duration.ofSeconds(input.at("initialSeconds").number()),
                    Duration.ofSeconds(input.at("maxSeconds").number()));
            List<Long> waits = new ArrayList<>();
            for (int run : input.at("runs").integers()) {
                waits.add(backoff.ended(Duration.ofSeconds(run)).toSeconds());
            }
            expect.at("waits").judge(waits);
        });
    }
}
