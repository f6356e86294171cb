package io.coxswain.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.EnvVar;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.merge.ApplyMerge.FieldConflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Shape SHAPE = Shape.of(Deployment.class);

    private static final Deployment DESIRED = withContainers(
            Deployment.of("web", 2, Container.of("web", "process:one").withEnv(List.of(env("A", "1"), env("B", "2")))),
            spec -> spec);

    /** What may have become of it. */
    private static final List<UnaryOperator<Deployment>> CHANGES = List.of(
            Deployment.KIND::defaulted,
            live -> live.withMetadata(live.metadata().withLabel("theirs", "x")),
            live -> live.withMetadata(live.metadata().withUid("u").withResourceVersion(7)),
            live -> live.withMetadata(live.metadata().withFinalizers(List.of("a/b", "a/c"))),
            live -> live.withMetadata(live.metadata().withFinalizers(List.of("a/b", "a/b"))),
            live -> live.withReplicas(3),
            live -> live.withStatus(live.status().withObservedGeneration(4)),
            live -> withContainers(live, CoverageTest::twice),
            live -> withContainers(live, CoverageTest::reversed),
            live -> withContainers(live, containers -> with(containers, Container.of("side", "process:side"))),
            live -> withContainers(live, containers -> changed(containers, first -> first.withImage("process:two"))),
            live -> withContainers(live, containers -> changed(containers, first -> first.withTty(true))),
            live -> withContainers(
                    live, containers -> changed(containers, first -> first.withEnv(reversed(first.env())))),
            live -> withContainers(live, containers -> changed(containers, first -> first.withEnv(twice(first.env())))),
            live -> withContainers(
                    live, containers -> changed(containers, first -> first.withEnv(with(first.env(), env("C", "3"))))));

    private static EnvVar env(String name, String value) {
        return new EnvVar(name, value, null);
    }

    private static Deployment withContainers(Deployment changed, UnaryOperator<List<Container>> change) {
        PodSpec pods = changed.spec().template().spec();
        return changed.withTemplateSpec(pods.withContainers(change.apply(pods.containers())));
    }

    private static List<Container> changed(List<Container> containers, UnaryOperator<Container> change) {
        List<Container> all = new ArrayList<>(containers);
        all.set(0, change.apply(all.get(0)));
        return all;
    }

    private static <T> List<T> with(List<T> elements, T more) {
        List<T> all = new ArrayList<>(elements);
        all.add(more);
        return all;
    }

    private static <T> List<T> twice(List<T> elements) {
        List<T> all = new ArrayList<>(elements);
        all.addAll(elements);
        return all;
    }

    private static <T> List<T> reversed(List<T> elements) {
        List<T> all = new ArrayList<>(elements);
        java.util.Collections.reverse(all);
        return all;
    }

    private static Deployment changed(Deployment live, SplittableRandom random) {
        Deployment now = live;
        for (int i = random.nextInt(4); i > 0; i--) {
            now = CHANGES.get(random.nextInt(CHANGES.size())).apply(now);
        }
        return now;
    }

    @Test
    void whatIsCoveredStaysAsItIsWhenItIsMerged() {
        SplittableRandom random = new SplittableRandom(1);
        Map<Boolean, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            Deployment desired = changed(DESIRED, random);
            Deployment live = changed(desired, random);
            List<Claim> others = random.nextBoolean() ? List.of() : List.of(new Claim("other", changed(live, random)));
            List<FieldConflict> conflicts = new ArrayList<>();
            Object merged = new Merger(conflicts).record(SHAPE, "", desired, desired, live, others);

            boolean covered = Coverage.isCovered(SHAPE, desired, live);
            counts.merge(covered, 1, Integer::sum);
            if (covered) {
                assertSame(live, merged, () -> desired + " into " + live);
                assertEquals(List.of(), conflicts);
            }
        }
        assertTrue(counts.getOrDefault(true, 0) > 500 && counts.getOrDefault(false, 0) > 500, counts::toString);
    }

    @Test
    void whatOthersAddedAndDefaultsDoNotMatter() {
        Deployment live = Deployment.KIND.defaulted(DESIRED);
        live = live.withMetadata(live.metadata().withLabel("theirs", "x").withUid("u"));

        assertTrue(Coverage.isCovered(SHAPE, DESIRED, live));
    }

    @Test
    void anotherValueDoes() {
        assertFalse(Coverage.isCovered(SHAPE, DESIRED, DESIRED.withReplicas(3)));
    }
}
