package io.coxswain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final Deployment WEB = Deployment.of("web", 1, Container.of("web", "jvm:web"));

    @Test
    void fieldsThatDifferAreNamedWithTheirPath() {
        Deployment changed = WEB.withReplicas(3)
                .withMetadata(WEB.metadata()
                        .withLabel("tier", "front")
                        .withResourceVersion(9)
                        .withGeneration(2))
                .withTemplateSpec(
                        WEB.spec().template().spec().withContainers(List.of(Container.of("web", "jvm:other"))));

        assertEquals(
                "metadata.labels[tier]: absent -> front, spec.replicas: 1 -> 3,"
                        + " spec.template.spec.containers[0].image: jvm:web -> jvm:other",
                Difference.of(WEB, changed));
    }

    @Test
    void sameIsNoDifference() {
        assertEquals("", Difference.of(WEB, WEB.withMetadata(WEB.metadata().withResourceVersion(4))));
    }
}
