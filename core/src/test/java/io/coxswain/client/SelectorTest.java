package io.coxswain.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.selector.Selection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final ObjectMeta METADATA = ObjectMeta.named("shop", "web").withLabel("app", "web");
    private static final PodSpec SPEC = PodSpecBuilder.builder().nodeName("n1").build();
    private static final Pod WEB = new Pod(METADATA, SPEC, PodStatus.EMPTY.withPhase("Running"));

    @Test
    void allOfNamespaceLabelsAndFieldsMustFit() {
        Selection selection =
                Selection.all().namespace("shop").labels("app=web").field("spec.nodeName", "n1");
        assertTrue(matches(selection, WEB));
        assertFalse(matches(selection, WEB.withMetadata(METADATA.withNamespace("other"))));
        assertFalse(matches(selection, WEB.withMetadata(METADATA.withoutLabel("app"))));
        assertFalse(matches(selection.field("spec.nodeName", "n2"), WEB));
    }

    @Test
    void fieldsAreEqualOrNot() {
        for (String selected : List.of(
                "status.phase=Running",
                "status.phase==Running",
                "status.phase!=Failed",
                "status.podIP=",
                "spec.hostNetwork=false",
                "metadata.name=web,metadata.namespace!=default")) {
            assertTrue(matches(Selection.all().fields(selected), WEB), selected);
        }
        for (String left : List.of("status.phase!=Running", "status.podIP!=", "metadata.name==other")) {
            assertFalse(matches(Selection.all().fields(left), WEB), left);
        }
    }

    @Test
    void absentSelectorOfAResourceSelectsNothing() {
        assertFalse(matches(Selection.all().labels((LabelSelector) null), WEB));
        assertTrue(matches(Selection.all().labels(LabelSelector.EMPTY), WEB));
        assertTrue(new Selector<>(Pod.KIND, Selection.all()).isAll());
    }

    @Test
    void ownersAreKnownByTheirUid() {
        OwnerReference owner = new OwnerReference("apps/v1", "ReplicaSet", "web", null, null, "u1");
        Pod owned = WEB.withMetadata(METADATA.withOwnerReferences(List.of(owner)));
        assertTrue(Selector.ownedBy(Pod.KIND, "u1").matches(owned));
        assertFalse(Selector.ownedBy(Pod.KIND, "u2").matches(owned));
        assertFalse(Selector.ownedBy(Pod.KIND, "u1").matches(WEB));
    }

    @Test
    void fieldThatCanNotBeSelectedIsRefused() {
        Selection wrong = Selection.all().fields("spec.node!=n1");
        assertThrows(BadRequestException.class, () -> new Selector<>(Pod.KIND, wrong));
        assertThrows(BadRequestException.class, () -> Selector.requireSelectable(Pod.KIND, wrong));
    }

    /** {@code AddFieldLabelConversionsFor...} of {@code pkg/apis/core/v1/conversion.go} and its siblings, Kubernetes 1.32. */
    @Test
    void eachKindHasTheFieldsOfKubernetes() {
        Map<String, List<String>> special = Map.of(
                "Pod",
                List.of(
                        "spec.nodeName",
                        "spec.restartPolicy",
                        "spec.schedulerName",
                        "spec.serviceAccountName",
                        "spec.hostNetwork",
                        "status.phase",
                        "status.podIP",
                        "status.nominatedNodeName"),
                "Node",
                List.of("spec.unschedulable"),
                "Namespace",
                List.of("status.phase"),
                "Secret",
                List.of("type"),
                "Service",
                List.of("spec.clusterIP", "spec.type"),
                "ReplicaSet",
                List.of("status.replicas"),
                "Event",
                List.of(
                        "involvedObject.kind",
                        "involvedObject.namespace",
                        "involvedObject.name",
                        "involvedObject.uid",
                        "involvedObject.apiVersion",
                        "involvedObject.resourceVersion",
                        "involvedObject.fieldPath",
                        "reason",
                        "reportingComponent",
                        "source",
                        "type"));
        for (Kind<?> kind : Kinds.builtin()) {
            List<String> fields = List.copyOf(kind.selectableFields().keySet());
            assertEquals(List.of("metadata.name", "metadata.namespace"), fields.subList(0, 2));
            if (special.containsKey(kind.name())) {
                assertEquals(special.get(kind.name()), fields.subList(2, fields.size()), kind.name());
            }
        }
    }

    private static boolean matches(Selection selection, Pod pod) {
        return new Selector<>(Pod.KIND, selection).matches(pod);
    }
}
