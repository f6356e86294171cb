package io.coxswain.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.ObjectMeta;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways of copying do the same. */
class CopierTest {
    static Stream<Copier<Pod>> copiers() {
        return Stream.of(
                new OwnMethodsCopier<>(Pod.class, true, MethodHandles.lookup()),
                new HandleCopier<>(Pod.class, MethodHandles.lookup()));
    }

    @ParameterizedTest
    @MethodSource("copiers")
    void partsAreExchangedAlone(Copier<Pod> copier) {
        Pod pod = Pod.of("web");
        Pod running = pod.withStatus(PodStatus.EMPTY.withPhase("Running"));
        ObjectMeta other = ObjectMeta.named("other");
        assertTrue(copier.hasStatus());
        assertEquals(pod.withMetadata(other), copier.withMetadata(pod, other));
        assertEquals(running, copier.withStatusOf(pod, running));
        assertSame(pod, copier.withStatusOf(pod, pod));
    }

    @ParameterizedTest
    @MethodSource("copiers")
    void specIsAllButMetadataAndStatus(Copier<Pod> copier) {
        Pod pod = Pod.of("web");
        Pod running = Pod.of("other").withStatus(PodStatus.EMPTY.withPhase("Running"));
        Pod bound = pod.withSpec(pod.spec().withNodeName("n1"));
        assertTrue(copier.sameSpec(pod, running));
        assertFalse(copier.sameSpec(pod, bound));
        assertFalse(copier.sameStatus(pod, running));
        assertTrue(copier.sameStatus(pod, bound));
    }

    @Test
    void aKindWithoutStatusHasNothingToCopy() {
        ConfigMap map = ConfigMap.of("a", Map.of("k", "v"));
        for (Copier<ConfigMap> copier : List.of(
                new OwnMethodsCopier<>(ConfigMap.class, false, MethodHandles.lookup()),
                new HandleCopier<>(ConfigMap.class, MethodHandles.lookup()))) {
            assertFalse(copier.hasStatus());
            assertSame(map, copier.withStatusOf(map, ConfigMap.of("b", Map.of())));
            assertTrue(copier.sameStatus(map, ConfigMap.of("b", Map.of())));
            assertFalse(copier.sameSpec(map, ConfigMap.of("a", Map.of())));
        }
    }

    @Test
    void builtInRecordsUseTheirOwnMethods() {
        assertInstanceOf(OwnMethodsCopier.class, Copier.of(Pod.class, MethodHandles.lookup()));
        assertInstanceOf(HandleCopier.class, Copier.of(Plain.class, MethodHandles.lookup()));
    }

    private record Plain(ObjectMeta metadata, String spec) implements Resource<Plain> {}
}
