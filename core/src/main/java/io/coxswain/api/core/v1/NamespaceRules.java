package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.resource.Scope;

/** What Coxswain knows of the kind {@link Namespace} besides its fields. */
final class NamespaceRules {
    private NamespaceRules() {}

    static Kind<Namespace> kind() {
        return Kind.builder("v1", "Namespace", Namespace.class)
                .scope(Scope.CLUSTER)
                .shortNames("ns")
                .defaults(NamespaceRules::labelled)
                .generation(GenerationRule.NONE)
                .field("status.phase", namespace -> namespace.status().phase())
                .build();
    }

    /** Selectors find a namespace by its name (Kubernetes {@code SetDefaults_Namespace}). */
    private static Namespace labelled(Namespace namespace) {
        String name = namespace.metadata().name();
        return name.isEmpty()
                ? namespace
                : namespace.withMetadata(namespace.metadata().withLabel("kubernetes.io/metadata.name", name));
    }
}
