package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Binding;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Committed;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.InvalidException;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.ResourceKey;
import org.junit.jupiter.api.Test;

class PodBindingTest extends ApiServerTestBase {
    private static final ResourceKey KEY = ResourceKey.of("default", "p");

    private static Binding to(String node) {
        return new Binding(
                ObjectMeta.named("default", "p"),
                ObjectReference.EMPTY.withKind("Node").withName(node));
    }

    private Committed bind(Binding binding) {
        return client.subresource(Pod.KIND, KEY, "binding", binding);
    }

    @Test
    void bindingSetsNodeAndCondition() {
        client.create(pod("p", ""));
        Binding binding = to("n1");
        Committed committed = bind(binding.withMetadata(binding.metadata().withAnnotation("why", "score 97")));
        Pod bound = committed.object(0, Pod.class).orElseThrow();
        assertEquals(client.get(Pod.KIND, KEY), bound);
        assertEquals("n1", bound.spec().nodeName());
        assertEquals("score 97", bound.metadata().annotations().get("why"));
        assertEquals("PodScheduled", bound.status().conditions().get(0).type());
        assertTrue(bound.status().conditions().get(0).isTrue());
    }

    @Test
    void boundPodStaysWhereItIs() {
        client.create(pod("p", ""));
        bind(to("n1"));
        ConflictException refused = assertThrows(ConflictException.class, () -> bind(to("n2")));
        assertEquals("Pod default/p is on node n1 already: it can't be given to n2", refused.getMessage());
    }

    @Test
    void podThatIsDeletedIsNotBound() {
        client.create(pod("p", "").withMetadata(ObjectMeta.named("default", "p").withFinalizer("test.io/hold")));
        client.delete(Pod.KIND, KEY);
        assertThrows(ConflictException.class, () -> bind(to("n1")));
    }

    @Test
    void bindingOfAnotherPodOfThatNameIsRefused() {
        client.create(pod("p", ""));
        Binding binding = to("n1");
        ConflictException refused = assertThrows(
                ConflictException.class,
                () -> bind(binding.withMetadata(binding.metadata().withUid("another"))));
        assertTrue(refused.getMessage().contains("the write expected another"), refused.getMessage());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        client.create(pod("p", ""));
        assertThrows(InvalidException.class, () -> bind(to("")));
        assertThrows(NotFoundException.class, () -> client.subresource(Pod.KIND, KEY, "scale", to("n1")));
        assertThrows(BadRequestException.class, () -> client.subresource(Pod.KIND, KEY, "binding", ObjectMeta.EMPTY));
        assertThrows(
                NotFoundException.class,
                () -> client.subresource(Pod.KIND, ResourceKey.of("default", "absent"), "binding", to("n1")));
    }
}
