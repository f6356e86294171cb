package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.controller.Controller;
import io.coxswain.controller.Outcome;
import io.coxswain.json.DynamicKinds;
import io.coxswain.json.DynamicResource;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** That the generation which a status is about falls is found in objects of either sort, and only then. */
class ObservedGenerationTest {
    private static final Kind<DynamicResource> LAMP = DynamicKinds.parse("lamp.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Lamp, plural: lamps}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec: {type: object, properties: {watts: {type: integer}}}
                      status: {type: object, properties: {observedGeneration: {type: integer}}}
            """);

    private static DynamicResource lamp() {
        return DynamicResource.named(LAMP, "a").withMetadata(ObjectMeta.named("default", "a"));
    }

    /** The object is created and edited; its controller tells of it what is observed, and of an edited one then what is said later. */
    private static <R extends Resource<R>> Report search(
            R first, UnaryOperator<R> edit, UnaryOperator<R> observed, UnaryOperator<R> later) {
        return Simulation.search(sim -> {
                    sim.controller(Controller.of(first.kind(), () -> (object, ctx) -> {
                        R told = ctx.updateStatus(observed.apply(object));
                        if (object.metadata().generation() > 1) {
                            ctx.updateStatus(later.apply(told));
                        }
                        return Outcome.done();
                    }));
                    sim.workload(w -> w.create(first).edit(first.kind(), "a", edit));
                    sim.faults(Faults.none());
                })
                .runs(1)
                .run();
    }

    private static void assertFound(Report report) {
        Finding found = report.finding().orElseThrow();
        assertEquals(FreeCheck.OBSERVED_GENERATION.text(), found.property());
        assertTrue(found.message().contains("/a: fell from 2 to 1 at revision "), found::message);
    }

    private static DynamicResource observed(DynamicResource lamp, long generation) {
        return lamp.with("status.observedGeneration", generation);
    }

    @Test
    void dynamicObjectWhoseGenerationFallsIsFound() {
        assertFound(search(
                lamp(),
                lamp -> lamp.with("spec.watts", 5),
                lamp -> observed(lamp, lamp.metadata().generation()),
                lamp -> observed(lamp, 1)));
    }

    @Test
    void recordWhoseGenerationFallsIsFound() {
        assertFound(search(
                Deployment.of("a", 1, Container.of("main", "image")),
                made -> made.withSpec(made.spec().withReplicas(2)),
                made -> observed(made, made.metadata().generation()),
                made -> observed(made, 1)));
    }

    private static Deployment observed(Deployment made, long generation) {
        return made.withStatus(made.status().withObservedGeneration(generation));
    }

    @Test
    void dynamicObjectWhoseGenerationGrowsIsRight() {
        Report report = search(
                lamp(),
                lamp -> lamp.with("spec.watts", 5),
                lamp -> observed(lamp, lamp.metadata().generation()),
                lamp -> lamp);
        assertEquals(List.of(), report.finding().stream().toList());
    }
}
