package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LeaderConformanceTest {
    private static final ResourceKey KEY = ResourceKey.of("kube-system", "leader");

    /** The lease as stored, and what became of each event. */
    private static final class Run {
        private final Duration duration;
        private final Map<String, Candidacy> candidates = new LinkedHashMap<>();
        private @Nullable Lease stored;
        private long revision;

        Run(Duration duration) {
            this.duration = duration;
        }

        Map<String, @Nullable Object> event(Json event) {
            String name = event.at("candidate").text();
            long millis = event.at("atMillis").number();
            Candidacy candidate = candidates.computeIfAbsent(name, absent -> new Candidacy(KEY, absent, duration));
            long nanos = Duration.ofMillis(millis).toNanos();
            Instant now = Instant.ofEpochMilli(millis);
            boolean tries = event.at("op").text().equals("try");
            if (tries) {
                candidate.seen(stored, nanos);
            }
            Lease wanted = tries ? candidate.bid(now, nanos) : candidate.release(now);
            if (wanted != null) {
                Lease written = wanted.withMetadata(wanted.metadata().withResourceVersion(++revision));
                stored = written;
                candidate.seen(written, nanos);
                if (tries) {
                    candidate.won(written);
                }
            }
            Map<String, @Nullable Object> after = new LinkedHashMap<>();
            after.put("leads", tries && wanted != null);
            after.put("holder", stored == null ? null : Leases.holder(stored));
            after.put("transitions", stored == null ? null : Leases.transitions(stored));
            return after;
        }
    }

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> rules() {
        return Conformance.cases("reconcile/leader", (input, expect) -> {
            Run run = new Run(Duration.ofMillis(input.at("leaseDurationMillis").number()));
            List<Object> events = new ArrayList<>();
            for (Json event : input.at("events").items()) {
                events.add(run.event(event));
            }
            expect.at("events").judge(events);
        });
    }
}
