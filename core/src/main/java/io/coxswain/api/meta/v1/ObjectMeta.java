// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.meta.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.AsText;
import io.coxswain.schema.ListMap;
import io.coxswain.schema.ListSet;
import io.coxswain.schema.StrategicMerge;
import io.coxswain.value.Described;
import io.coxswain.value.Ordered;
import io.coxswain.value.Times;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every object has: names, labels, owners, revision, times. */
@RecordBuilder
public record ObjectMeta(
        String namespace,
        String name,
        Map<String, String> annotations,
        @AlwaysWritten @Nullable Instant creationTimestamp,
        @Nullable Long deletionGracePeriodSeconds,
        @Nullable Instant deletionTimestamp,
        @ListSet @StrategicMerge("merge") List<String> finalizers,
        String generateName,
        long generation,
        Map<String, String> labels,
        List<ManagedFieldsEntry> managedFields,

        @ListMap("uid") @StrategicMerge(value = "merge", key = "uid")
        List<OwnerReference> ownerReferences,

        @AsText long resourceVersion,
        String selfLink,
        String uid)
        implements ObjectMetaBuilder.With {
    /** Nothing is set. */
    public static final ObjectMeta EMPTY = new ObjectMeta(
            "", "", Map.of(), null, null, null, List.of(), "", 0L, Map.of(), List.of(), List.of(), 0L, "", "");

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public ObjectMeta {
        namespace = requireNonNullElse(namespace, "");
        name = requireNonNullElse(name, "");
        annotations = Ordered.map(annotations);
        creationTimestamp = Times.seconds(creationTimestamp);
        deletionTimestamp = Times.seconds(deletionTimestamp);
        finalizers = Ordered.list(finalizers);
        generateName = requireNonNullElse(generateName, "");
        labels = Ordered.map(labels);
        managedFields = Ordered.list(managedFields);
        ownerReferences = Ordered.list(ownerReferences);
        selfLink = requireNonNullElse(selfLink, "");
        uid = requireNonNullElse(uid, "");
    }

    /** The metadata of an object with this name; a namespaced kind's object goes to the namespace {@code default}. */
    public static ObjectMeta named(String name) {
        return EMPTY.withName(name);
    }

    /** The metadata of an object with this name in this namespace. */
    public static ObjectMeta named(String namespace, String name) {
        return EMPTY.withNamespace(namespace).withName(name);
    }

    /** The metadata of an object whose name is this prefix and something that the server adds. */
    public static ObjectMeta generated(String namespace, String prefix) {
        return EMPTY.withNamespace(namespace).withGenerateName(prefix);
    }

    /** This with another label, or another value of one. */
    public ObjectMeta withLabel(String key, String value) {
        return withLabels(Ordered.with(labels, key, value));
    }

    /** This without this label. */
    public ObjectMeta withoutLabel(String key) {
        return withLabels(Ordered.without(labels, key));
    }

    /** This with another annotation, or another value of one. */
    public ObjectMeta withAnnotation(String key, String value) {
        return withAnnotations(Ordered.with(annotations, key, value));
    }

    /** This without this annotation. */
    public ObjectMeta withoutAnnotation(String key) {
        return withAnnotations(Ordered.without(annotations, key));
    }

    /** This with a finalizer besides, unless it has it. */
    public ObjectMeta withFinalizer(String finalizer) {
        return finalizers.contains(finalizer) ? this : withFinalizers(Ordered.with(finalizers, finalizer));
    }

    /** This without this finalizer. */
    public ObjectMeta withoutFinalizer(String finalizer) {
        return withFinalizers(
                finalizers.stream().filter(each -> !each.equals(finalizer)).toList());
    }

    /** This with an owner besides; one with the same uid is replaced. */
    public ObjectMeta withOwner(OwnerReference owner) {
        List<OwnerReference> owners = new ArrayList<>(ownerReferences);
        owners.removeIf(each -> each.uid().equals(owner.uid()));
        owners.add(owner);
        return withOwnerReferences(owners);
    }

    /** The owner that controls this object, if one does. */
    public Optional<OwnerReference> controller() {
        for (OwnerReference owner : ownerReferences) {
            if (owner.isController()) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /** Whether this object is on its way out. */
    public boolean isDeleting() {
        return deletionTimestamp != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ObjectMeta that
                        && resourceVersion == that.resourceVersion
                        && generation == that.generation
                        && namespace.equals(that.namespace)
                        && name.equals(that.name)
                        && annotations.equals(that.annotations)
                        && Objects.equals(creationTimestamp, that.creationTimestamp)
                        && Objects.equals(deletionGracePeriodSeconds, that.deletionGracePeriodSeconds)
                        && Objects.equals(deletionTimestamp, that.deletionTimestamp)
                        && finalizers.equals(that.finalizers)
                        && generateName.equals(that.generateName)
                        && labels.equals(that.labels)
                        && managedFields.equals(that.managedFields)
                        && ownerReferences.equals(that.ownerReferences)
                        && selfLink.equals(that.selfLink)
                        && uid.equals(that.uid));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = namespace.hashCode();
        hash = 31 * hash + name.hashCode();
        hash = 31 * hash + annotations.hashCode();
        hash = 31 * hash + Objects.hashCode(creationTimestamp);
        hash = 31 * hash + Objects.hashCode(deletionGracePeriodSeconds);
        hash = 31 * hash + Objects.hashCode(deletionTimestamp);
        hash = 31 * hash + finalizers.hashCode();
        hash = 31 * hash + generateName.hashCode();
        hash = 31 * hash + Long.hashCode(generation);
        hash = 31 * hash + labels.hashCode();
        hash = 31 * hash + managedFields.hashCode();
        hash = 31 * hash + ownerReferences.hashCode();
        hash = 31 * hash + Long.hashCode(resourceVersion);
        hash = 31 * hash + selfLink.hashCode();
        hash = 31 * hash + uid.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
