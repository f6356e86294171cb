// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;

/** A place where pods run. */
public record Node(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten NodeSpec spec,
        @AlwaysWritten NodeStatus status) implements Resource<Node> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Node> KIND = NodeRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Node {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, NodeSpec.EMPTY);
        status = requireNonNullElse(status, NodeStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    public Node withMetadata(ObjectMeta metadata) {
        return new Node(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Node withSpec(NodeSpec spec) {
        return new Node(metadata, spec, status);
    }

    /** This with another {@code status}. */
    public Node withStatus(NodeStatus status) {
        return new Node(metadata, spec, status);
    }
}
