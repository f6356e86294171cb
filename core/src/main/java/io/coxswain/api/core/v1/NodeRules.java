package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.resource.Scope;

/** What Coxswain knows of the kind {@link Node} besides its fields. */
final class NodeRules {
    private NodeRules() {}

    static Kind<Node> kind() {
        return Kind.builder("v1", "Node", Node.class)
                .scope(Scope.CLUSTER)
                .shortNames("no")
                .validation(NodeValidation::validate)
                .generation(GenerationRule.NONE)
                .field(
                        "spec.unschedulable",
                        node -> Boolean.toString(node.spec().unschedulable()))
                .build();
    }
}
