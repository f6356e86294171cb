package io.coxswain.scheduling.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.json.Codec;
import io.coxswain.value.Quantity;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PodRequestsConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> effectiveRequests() {
        return Conformance.cases("pod/effective-requests", (input, expect) -> {
            Pod pod = Codec.lenient().read(input.at("pod").wholeText(), Pod.KIND);
            Map<String, Quantity> requests = PodRequests.of(pod.spec());
            Map<String, Json> expected = expect.at("requests").fields();
            assertEquals(expected.keySet(), requests.keySet());
            expected.forEach((name, quantity) -> assertEquals(
                    0, Quantity.parse(quantity.text()).compareTo(requests.get(name)), () -> name + ": " + requests));
        });
    }
}
