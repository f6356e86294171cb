package io.coxswain.workloads.endpointslice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Service;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.json.Codec;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.LabelSelection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EndpointSliceConformanceTest {
    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> slices() {
        return Conformance.cases("endpoints/slices", (input, expect) -> {
            Service service = Codec.lenient().read(input.at("service").wholeText(), Service.KIND);
            Map<String, Node> nodes = new TreeMap<>();
            for (Json node : input.at("nodes").items()) {
                Node read = Codec.lenient().read(node.wholeText(), Node.KIND);
                nodes.put(read.metadata().name(), read);
            }
            Map<ResourceKey, PodEndpoints> endpoints = new TreeMap<>();
            for (Json json : input.at("pods").items()) {
                Pod pod = Codec.lenient().read(json.wholeText(), Pod.KIND);
                boolean selected =
                        pod.metadata().namespace().equals(service.metadata().namespace())
                                && LabelSelection.of(service.spec().selector()).matches(pod.labels());
                if (selected) {
                    PodEndpoints.of(service, pod, nodes::get).ifPresent(found -> endpoints.put(pod.key(), found));
                }
            }
            judge(expect.at("endpoints").items(), endpoints);
        });
    }

    private static void judge(List<Json> expected, Map<ResourceKey, PodEndpoints> actual) {
        List<Map.Entry<ResourceKey, PodEndpoints>> sorted = new ArrayList<>(actual.entrySet());
        sorted.sort(Comparator.comparing(entry -> entry.getKey().name()));
        assertEquals(expected.size(), sorted.size(), () -> "endpoints: " + sorted);
        for (int i = 0; i < expected.size(); i++) {
            judge(expected.get(i), sorted.get(i).getKey(), sorted.get(i).getValue());
        }
    }

    private static void judge(Json expected, ResourceKey pod, PodEndpoints actual) {
        Endpoint endpoint = actual.endpoint();
        expected.at("pod").judge(pod.name());
        expected.at("addresses").judge(endpoint.addresses());
        expected.at("ready").judge(endpoint.conditions().ready());
        expected.at("serving").judge(endpoint.conditions().serving());
        expected.at("terminating").judge(endpoint.conditions().terminating());
        judgeIfPresent(expected, "nodeName", endpoint.nodeName());
        judgeIfPresent(expected, "zone", endpoint.zone());
        judgeIfPresent(expected, "hostname", endpoint.hostname());
        List<Json> ports = expected.at("ports").items();
        assertEquals(ports.size(), actual.ports().size(), () -> "ports: " + actual.ports());
        for (int i = 0; i < ports.size(); i++) {
            EndpointPort port = actual.ports().get(i);
            judgeIfPresent(ports.get(i), "name", port.name());
            ports.get(i).at("port").judge(port.port());
            ports.get(i).at("protocol").judge(port.protocol());
        }
    }

    private static void judgeIfPresent(Json expected, String field, String actual) {
        if (expected.has(field)) {
            expected.at(field).judge(actual);
        }
    }
}
