package io.coxswain.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodCondition;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.selector.LabelSelection;
import io.coxswain.value.Bytes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void aDeploymentSelectsItsOwnPods() {
        Deployment web = Deployment.of("web", 3, Container.of("web", "nginx"));
        LabelSelection selection = LabelSelection.of(web.spec().selector());
        assertTrue(selection.matches(web.spec().template().metadata().labels()));
        assertEquals(5, web.withReplicas(5).spec().replicas());
        assertEquals(web, web.withReplicas(5).withReplicas(3));
    }

    @Test
    void textNamesOnlyWhatIsSet() {
        assertEquals(
                "Pod[metadata=ObjectMeta[name=web], spec=PodSpec[containers=[Container[name=app, image=nginx]]]]",
                Pod.of("web", Container.of("app", "nginx")).toString());
    }

    @Test
    void textOfASecretKeepsIt() {
        Secret secret = new Secret(
                ObjectMeta.named("s"), "Opaque", Map.of("key", Bytes.ofUtf8("hush")), null, Map.of("other", "hush"));
        assertFalse(secret.toString().contains("hush"));
        assertTrue(secret.toString().contains("key"));
    }

    @Test
    void conditionsAreFoundAndExchangedByType() {
        PodStatus status = PodStatus.EMPTY
                .withCondition(condition("Ready", "False"))
                .withCondition(condition("PodScheduled", "True"))
                .withCondition(condition("Ready", "True"));
        assertEquals(
                List.of("Ready", "PodScheduled"),
                status.conditions().stream().map(PodCondition::type).toList());
        assertTrue(status.condition("Ready").orElseThrow().isTrue());
        assertEquals(Optional.empty(), status.condition("Initialized"));
    }

    private static PodCondition condition(String type, String status) {
        return PodCondition.of(type, status, "", "");
    }

    @Test
    void metadataIsChangedByPart() {
        ObjectMeta meta = ObjectMeta.named("shop", "web")
                .withLabel("app", "web")
                .withLabel("tier", "front")
                .withoutLabel("app")
                .withFinalizer("a/b")
                .withFinalizer("a/b");
        assertEquals(Map.of("tier", "front"), meta.labels());
        assertEquals(List.of("a/b"), meta.finalizers());
        assertEquals(List.of(), meta.withoutFinalizer("a/b").finalizers());
        assertFalse(meta.isDeleting());
        OwnerReference owner = OwnerReference.controlling("apps/v1", "Deployment", meta.withUid("u1"));
        assertEquals(Optional.of(owner), meta.withOwner(owner).withOwner(owner).controller());
        assertEquals(1, meta.withOwner(owner).withOwner(owner).ownerReferences().size());
    }

    /** Equality is written out by the script, so each component must be seen to count. */
    @Test
    void everyComponentCountsForEquality() throws ReflectiveOperationException {
        Set<Class<?>> open = new HashSet<>();
        for (var kind : BuiltInKinds.all()) {
            everyComponentCounts(kind.type(), open);
        }
        assertTrue(open.size() > 150, "only " + open.size() + " records were looked at");
    }

    private static void everyComponentCounts(Class<?> record, Set<Class<?>> seen) throws ReflectiveOperationException {
        if (!record.getPackageName().startsWith("io.coxswain.api.") || !seen.add(record)) {
            return;
        }
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = sample(types[i], 0);
        }
        Object one = record.getDeclaredConstructor(types).newInstance(values);
        Object same = record.getDeclaredConstructor(types).newInstance(values);
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        for (int i = 0; i < types.length; i++) {
            Object other = sample(types[i], 1);
            if (other != null) {
                Object[] changed = values.clone();
                changed[i] = other;
                assertNotEquals(
                        one, record.getDeclaredConstructor(types).newInstance(changed), components[i].toString());
            }
            for (Class<?> part : parts(components[i].getGenericType())) {
                everyComponentCounts(part, seen);
            }
        }
    }

    private static List<Class<?>> parts(Type type) {
        return type instanceof ParameterizedType collection
                ? Arrays.stream(collection.getActualTypeArguments())
                        .flatMap(argument -> parts(argument).stream())
                        .toList()
                : List.of((Class<?>) type);
    }

    private static Object sample(Class<?> type, int which) {
        if (type == String.class) {
            return which == 0 ? "" : "x";
        }
        if (type == int.class || type == Integer.class) {
            return which;
        }
        if (type == long.class || type == Long.class) {
            return (long) which;
        }
        if (type == boolean.class || type == Boolean.class) {
            return which == 1;
        }
        if (type == List.class) {
            return which == 0 ? List.of() : List.of("x");
        }
        return type == Map.class ? which == 0 ? Map.of() : Map.of("x", "x") : null;
    }

    @Test
    void aRecordThatNeedsNoCopyIsNotCopied() {
        Pod pod = Pod.of("web");
        assertSame(pod, Pod.KIND.withMetadata(pod, pod.metadata()));
        assertSame(pod, Pod.KIND.withStatusOf(pod, Pod.of("other")));
    }
}
