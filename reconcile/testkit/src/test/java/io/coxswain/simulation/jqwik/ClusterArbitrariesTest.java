package io.coxswain.simulation.jqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.selector.LabelSelection;
import io.coxswain.simulation.Report;
import io.coxswain.simulation.Simulation;
import io.coxswain.simulation.Workload;
import io.coxswain.validation.Names;
import io.coxswain.value.Quantity;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

class ClusterArbitrariesTest {
    @Provide
    Arbitrary<String> names() {
        return ClusterArbitraries.names();
    }

    @Provide
    Arbitrary<Quantity> quantities() {
        return ClusterArbitraries.quantities();
    }

    @Provide
    Arbitrary<LabelSelector> selectors() {
        return ClusterArbitraries.labelSelectors();
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return ClusterArbitraries.labels();
    }

    @Provide
    Arbitrary<Consumer<Workload>> actions() {
        Arbitrary<ConfigMap> maps = ClusterArbitraries.resources(
                Arbitraries.of("a", "b"),
                Arbitraries.of("one", "two"),
                (metadata, value) -> new ConfigMap(metadata, Map.of(), Map.of("value", value), null));
        Arbitrary<UnaryOperator<ConfigMap>> edits =
                Arbitraries.of("three", "four").map(value -> map -> map.withData(Map.of("value", value)));
        return ClusterArbitraries.actions(ConfigMap.KIND, maps, edits);
    }

    @Property(tries = 200, seed = "1")
    void namesAreValid(@ForAll("names") String name) {
        assertNull(Names.dns1123Label(name), name);
    }

    @Property(tries = 200, seed = "1")
    void quantitiesAreWhatTheyPrint(@ForAll("quantities") Quantity quantity) {
        assertEquals(0, quantity.compareTo(Quantity.parse(quantity.toString())));
    }

    /** Valid ones, and neither all that select nothing nor all that select everything. */
    @Property(tries = 500, seed = "1")
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void selectorsSelect(@ForAll("selectors") LabelSelector selector, @ForAll("labels") Map<String, String> labels) {
        boolean selected = LabelSelection.of(selector).matches(labels);
        Statistics.label("selected").collect(selected).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 5);
        });
    }

    /** A controller that copies ConfigMaps, under whatever a person does. */
    @Property(tries = 20, seed = "1")
    void copiesFollow(@ForAll("actions") Consumer<Workload> actions) {
        Report report = Simulation.search(sim -> {
                    sim.controller(Controller.of(ConfigMap.KIND, () -> copier()).owns(Secret.KIND));
                    sim.workload(actions);
                    sim.eventuallyStable(
                            "copies as originals",
                            state -> state.list(ConfigMap.KIND).size()
                                    == state.list(Secret.KIND).size());
                })
                .runs(30)
                .check();
        assertTrue(report.runs() >= 30, report::toString);
    }

    private static Reconciler<ConfigMap> copier() {
        return (map, ctx) -> {
            ctx.apply(new Secret(
                    ObjectMeta.named("default", map.metadata().name()), "Opaque", Map.of(), null, map.data()));
            return Outcome.done();
        };
    }
}
