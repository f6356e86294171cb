package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.resource.MetadataRules;
import io.coxswain.resource.Scope;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import org.jspecify.annotations.Nullable;

/** What Coxswain knows of the kind {@link Namespace} besides its fields. */
final class NamespaceRules {
    private NamespaceRules() {}

    static Kind<Namespace> kind() {
        return Kind.builder("v1", "Namespace", Namespace.class)
                .scope(Scope.CLUSTER)
                .shortNames("ns")
                .name(Names::dns1123Label)
                .validation(NamespaceRules::validate)
                .defaults(NamespaceRules::labelled)
                .generation(GenerationRule.NONE)
                .field("status.phase", namespace -> namespace.status().phase())
                .build();
    }

    /** An update is judged by its metadata only (Kubernetes {@code ValidateNamespaceUpdate}). */
    private static void validate(Namespace namespace, @Nullable Namespace old, FieldErrors errors) {
        if (old == null) {
            for (String finalizer : namespace.spec().finalizers()) {
                FieldErrors at = errors.at("spec").at("finalizers");
                at.name(finalizer, Names::labelKey);
                at.name(finalizer, MetadataRules::finalizerOwner);
            }
        }
    }

    /** Selectors find a namespace by its name (Kubernetes {@code SetDefaults_Namespace}). */
    private static Namespace labelled(Namespace namespace) {
        String name = namespace.metadata().name();
        return name.isEmpty()
                ? namespace
                : namespace.withMetadata(namespace.metadata().withLabel("kubernetes.io/metadata.name", name));
    }
}
