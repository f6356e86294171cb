package io.coxswain.json;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.json.schema.Defaults;
import io.coxswain.json.schema.Schema;
import io.coxswain.json.schema.SchemaCheck;
import io.coxswain.json.schema.TreeMerge;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.wire.Binding;
import io.coxswain.json.wire.RecordType;
import io.coxswain.json.wire.SchemaType;
import io.coxswain.merge.ApplyMerge;
import io.coxswain.merge.MergingStructure;
import io.coxswain.resource.Kind;
import io.coxswain.validation.FieldErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How objects of a kind from YAML are stored, merged and written: as its definition's schema says. */
final class DynamicStructure implements MergingStructure<DynamicResource> {
    private static final String STATUS = "status";
    private static final RecordType METADATA = new RecordType(ObjectMeta.class);

    private final JsonObject definition;
    private final Schema schema;
    private final boolean status;

    /** @param definition what the schema was read from, which tells this apart from others */
    DynamicStructure(JsonObject definition, Schema schema, boolean status) {
        this.definition = definition;
        this.schema = schema;
        this.status = status;
    }

    DynamicResource defaulted(DynamicResource object) {
        return object.withContent(Defaults.object(schema, object.content()));
    }

    void validate(DynamicResource object, FieldErrors errors) {
        SchemaCheck.check(schema, object.content(), errors);
    }

    /** The object that a tree describes; null, and problems, if it doesn't describe one. Types and the like are left to validation. */
    @Nullable
    DynamicResource bind(JsonObject tree, Kind<DynamicResource> kind, Binding binding) {
        ObjectMeta metadata = SchemaType.bindMetadata(tree, binding);
        JsonObject content = SchemaType.bind(content(tree), schema, binding);
        return metadata == null ? null : new DynamicResource(kind, metadata, content);
    }

    private static JsonObject content(JsonObject tree) {
        Map<String, JsonValue> members = new LinkedHashMap<>(tree.members());
        members.keySet().removeAll(DynamicResource.OUTSIDE);
        return JsonObject.at(tree.line(), members, tree.duplicates());
    }

    static void writeMembers(DynamicResource object, JsonSink to) throws IOException {
        to.name("metadata");
        METADATA.write(object.metadata(), to);
        for (Map.Entry<String, JsonValue> member : object.content().members().entrySet()) {
            to.name(member.getKey());
            member.getValue().writeTo(to);
        }
    }

    @Override
    public boolean hasStatus() {
        return status;
    }

    @Override
    public DynamicResource withMetadata(DynamicResource object, ObjectMeta metadata) {
        return metadata == object.metadata() ? object : object.withMetadata(metadata);
    }

    @Override
    public DynamicResource withStatusOf(DynamicResource object, DynamicResource source) {
        JsonValue wanted = source.content().get(STATUS);
        if (!status || wanted == object.content().get(STATUS)) {
            return object;
        }
        return wanted == null ? object.without(STATUS) : object.with(STATUS, wanted);
    }

    @Override
    public DynamicResource withoutStatus(DynamicResource object) {
        return status && object.content().get(STATUS) != null ? object.without(STATUS) : object;
    }

    @Override
    public boolean sameStatus(DynamicResource one, DynamicResource other) {
        return !status
                || Objects.equals(one.content().get(STATUS), other.content().get(STATUS));
    }

    @Override
    public boolean sameSpec(DynamicResource one, DynamicResource other) {
        return withoutStatus(one).content().equals(withoutStatus(other).content());
    }

    @Override
    public ApplyMerge.Result<DynamicResource> merge(
            String manager, DynamicResource desired, DynamicResource stored, Map<String, DynamicResource> applied) {
        Map<String, ObjectMeta> metadatas = new LinkedHashMap<>();
        List<TreeMerge.Claim> others = new ArrayList<>();
        applied.forEach((name, object) -> {
            metadatas.put(name, object.metadata());
            if (!name.equals(manager)) {
                others.add(new TreeMerge.Claim(name, object.content()));
            }
        });
        ApplyMerge.Result<ObjectMeta> metadata = ApplyMerge.records(
                ObjectMeta.class, "metadata", manager, desired.metadata(), stored.metadata(), metadatas);
        TreeMerge merge = new TreeMerge();
        DynamicResource last = applied.get(manager);
        JsonObject content =
                merge.merge(schema, last == null ? null : last.content(), desired.content(), stored.content(), others);
        List<ApplyMerge.FieldConflict> conflicts = new ArrayList<>(metadata.conflicts());
        conflicts.addAll(merge.conflicts());
        return new ApplyMerge.Result<>(
                withMetadata(stored.withContent(content), metadata.object()), List.copyOf(conflicts));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DynamicStructure structure && definition.equals(structure.definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }
}
