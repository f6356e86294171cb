// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.resource.WithStatus;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.value.Described;
import org.jspecify.annotations.Nullable;

/** A place where pods run. */
public record Node(
        @AlwaysWritten ObjectMeta metadata,
        @AlwaysWritten NodeSpec spec,
        @AlwaysWritten NodeStatus status) implements Resource<Node>, WithMetadata<Node>, WithStatus<Node, NodeStatus> {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Node> KIND = NodeRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Node {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        spec = requireNonNullElse(spec, NodeSpec.EMPTY);
        status = requireNonNullElse(status, NodeStatus.EMPTY);
    }

    /** This with another {@code metadata}. */
    @Override
    public Node withMetadata(ObjectMeta metadata) {
        return new Node(metadata, spec, status);
    }

    /** This with another {@code spec}. */
    public Node withSpec(NodeSpec spec) {
        return new Node(metadata, spec, status);
    }

    /** This with another {@code status}. */
    @Override
    public Node withStatus(NodeStatus status) {
        return new Node(metadata, spec, status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Node that
                        && metadata.equals(that.metadata)
                        && spec.equals(that.spec)
                        && status.equals(that.status));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + spec.hashCode();
        hash = 31 * hash + status.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
