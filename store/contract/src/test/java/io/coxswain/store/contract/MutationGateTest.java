package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.coxswain.conformance.Effort;
import io.coxswain.store.mutant.Mutant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite is as good as what it notices: it must fail for every mutant, and for none that breaks nothing. */
class MutationGateTest {
    private static final Map<String, Set<String>> CAUGHT = new LinkedHashMap<>();

    /** One test that notices a mutant is enough; with {@code -Dcoxswain.effort=long} all of them are counted. */
    private static final int ENOUGH = Effort.of(1, 1, Integer.MAX_VALUE);

    /** Every fourth of them, with more effort all. */
    static List<Mutant> mutants() {
        List<Mutant> all = Mutant.all();
        int step = Effort.of(4, 1, 1);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void mutantIsCaught(Mutant mutant) {
        Set<String> failed = failures(mutant);
        CAUGHT.put(mutant.name(), failed);
        assertFalse(failed.isEmpty(), () -> "no test notices: " + mutant);
    }

    @Test
    void storeThatBreaksNothingPasses() {
        assertEquals(Set.of(), failures(Mutant.none()));
    }

    @Test
    void mutantsAreMany() {
        List<String> names = Mutant.all().stream().map(Mutant::name).distinct().toList();
        assertEquals(names.size(), Mutant.all().size());
        assertTrue(names.size() >= 25);
    }

    @AfterAll
    static void printTable() {
        System.out.println("mutation gate: " + CAUGHT.size() + " mutants, and how many tests caught each");
        CAUGHT.forEach((mutant, tests) -> System.out.printf(
                "  %-60s %3d  %s%n",
                mutant, tests.size(), String.join(", ", tests.stream().limit(3).toList())));
    }

    private static Set<String> failures(Mutant mutant) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(MutatedStore.class))
                .filters(EngineFilter.includeEngines("junit-jupiter"), TagFilter.excludeTags("threads"))
                .build();
        Set<String> failed = new TreeSet<>();
        MutatedStore.mutant = mutant;
        CancellationToken enough = CancellationToken.create();
        AtomicInteger run = new AtomicInteger();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                run.addAndGet(test.isTest() ? 1 : 0);
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(test.getDisplayName().replace("()", ""));
                }
                if (failed.size() >= ENOUGH) {
                    enough.cancel();
                }
            }
        };
        LauncherFactory.create()
                .execute(LauncherExecutionRequestBuilder.request(request)
                        .listeners(listener)
                        .cancellationToken(enough)
                        .build());
        assertTrue(!failed.isEmpty() || run.get() > 100, () -> "the suite ran " + run + " tests only");
        return failed;
    }
}
