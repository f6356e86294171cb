package io.coxswain.workloads.endpointslice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointBuilder;
import io.coxswain.api.discovery.v1.EndpointConditions;
import io.coxswain.api.discovery.v1.EndpointPort;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.api.meta.v1.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the plan does to slices, for any pods that come, go and change, one wish after another. */
class SlicePlanLawsTest {

    /** Pods from one number to another, of which every seventh has other ports, in a state that changes their endpoints. */
    record Wish(int from, int count, boolean ready) {}

    @Property(tries = 200, seed = "42")
    void carriedOutPlanGivesWhatIsDesired(@ForAll("wishes") List<Wish> wishes) {
        Map<String, EndpointSlice> slices = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            List<PodEndpoints> desired = desired(wish);
            carryOut(SlicePlan.of(List.copyOf(slices.values()), desired), slices);

            assertEquals(byPod(desired), byPod(slices));
            slices.values()
                    .forEach(slice -> assertTrue(
                            !slice.endpoints().isEmpty() && slice.endpoints().size() <= SlicePlan.MAX_ENDPOINTS,
                            () -> slice.metadata().name() + " holds "
                                    + slice.endpoints().size()));
        }
    }

    @Property(tries = 200, seed = "43")
    void sameWishAgainChangesNothing(@ForAll("wishes") List<Wish> wishes) {
        Map<String, EndpointSlice> slices = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            carryOut(SlicePlan.of(List.copyOf(slices.values()), desired(wish)), slices);

            SlicePlan again = SlicePlan.of(List.copyOf(slices.values()), desired(wish));

            assertEquals(new SlicePlan(List.of(), List.of(), List.of()), again);
        }
    }

    @Property(tries = 200, seed = "44")
    void onlySlicesThatDifferAreWritten(@ForAll("wishes") List<Wish> wishes) {
        Map<String, EndpointSlice> slices = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            SlicePlan plan = SlicePlan.of(List.copyOf(slices.values()), desired(wish));
            for (EndpointSlice changed : plan.changed()) {
                EndpointSlice before = slices.get(changed.metadata().name());
                assertTrue(!changed.equals(before), () -> changed.metadata().name() + " is as it was");
                assertEquals(before.ports(), changed.ports());
            }
            carryOut(plan, slices);
        }
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(0, 260),
                        Arbitraries.of(true, false))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static void carryOut(SlicePlan plan, Map<String, EndpointSlice> slices) {
        plan.deleted().forEach(slice -> slices.remove(slice.metadata().name()));
        plan.changed().forEach(slice -> slices.put(slice.metadata().name(), slice));
        for (SlicePlan.Content content : plan.created()) {
            int free = 0;
            while (slices.containsKey("web-" + free)) {
                free++;
            }
            slices.put(
                    "web-" + free,
                    new EndpointSlice(
                            ObjectMeta.named("default", "web-" + free), "IPv4", content.endpoints(), content.ports()));
        }
    }

    private static List<PodEndpoints> desired(Wish wish) {
        List<PodEndpoints> desired = new ArrayList<>();
        for (int i = wish.from(); i < wish.from() + wish.count(); i++) {
            desired.add(new PodEndpoints(endpoint(i, wish.ready()), List.of(port(i % 7 == 0 ? 8080 : 80))));
        }
        return desired;
    }

    private static EndpointPort port(int number) {
        return new EndpointPort("http", null, number, "TCP");
    }

    private static Endpoint endpoint(int number, boolean ready) {
        return EndpointBuilder.builder()
                .addresses(List.of("127.80.1." + number))
                .conditions(new EndpointConditions(ready, ready, false))
                .targetRef(ObjectReference.EMPTY
                        .withKind("Pod")
                        .withName("web-" + number)
                        .withUid("uid-" + number))
                .build();
    }

    private static Map<String, PodEndpoints> byPod(List<PodEndpoints> desired) {
        Map<String, PodEndpoints> all = new TreeMap<>();
        desired.forEach(endpoint -> put(all, endpoint));
        return all;
    }

    private static Map<String, PodEndpoints> byPod(Map<String, EndpointSlice> slices) {
        Map<String, PodEndpoints> all = new TreeMap<>();
        slices.values()
                .forEach(slice ->
                        slice.endpoints().forEach(endpoint -> put(all, new PodEndpoints(endpoint, slice.ports()))));
        return all;
    }

    private static void put(Map<String, PodEndpoints> all, PodEndpoints endpoint) {
        ObjectReference pod = endpoint.endpoint().targetRef();
        PodEndpoints other = all.put(pod == null ? "none" : pod.name(), endpoint);
        assertEquals(null, other, "a pod is in one slice only");
    }
}
