package io.coxswain.json;

import io.coxswain.resource.Kind;

/** Definitions as an author writes them. */
final class Definitions {
    /** All that a definition may say of a version, but the schema. */
    static final String SITE = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: sites.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Site, plural: sites, singular: site, shortNames: [st], listKind: SiteList}
              versions:
              - name: v1alpha1
                served: true
                storage: false
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                additionalPrinterColumns:
                - {name: Replicas, type: integer, jsonPath: .spec.replicas}
                - {name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
                - {name: Team, type: string, jsonPath: '.metadata.labels.team'}
                selectableFields:
                - {jsonPath: .spec.theme}
                schema:
                  openAPIV3Schema:
                    type: object
                    required: [spec]
                    properties:
                      spec:
                        type: object
                        required: [replicas]
                        properties:
                          replicas: {type: integer, minimum: 0, maximum: 9}
                          theme: {type: string, enum: [plain, dark], default: plain}
                          host: {type: string, minLength: 3, maxLength: 9, pattern: '^[a-z.]+$'}
                          port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                          note: {type: string, nullable: true}
                          share: {type: number, exclusiveMinimum: true, minimum: 0}
                          options: {type: object, additionalProperties: {type: string}}
                          tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                          order: {type: array, maxItems: 2, items: {type: string}}
                          pages:
                            type: array
                            x-kubernetes-list-type: map
                            x-kubernetes-list-map-keys: [name]
                            items:
                              type: object
                              required: [name]
                              properties:
                                name: {type: string}
                                title: {type: string}
                                size: {type: integer, default: 1}
                          extra: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      status:
                        type: object
                        properties:
                          ready: {type: integer}
                          observedGeneration: {type: integer, format: int64}
                          conditions:
                            type: array
                            items: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """;

    static final Kind<DynamicResource> KIND = DynamicKinds.parse("site.yaml", SITE);

    private Definitions() {}

    /** The definition with a text in place of another, which must be there. */
    static String with(String old, String other) {
        if (!SITE.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return SITE.replace(old, other);
    }

    /** An object from its spec in YAML's flow form. */
    static DynamicResource site(String spec) {
        return (DynamicResource) Manifest.parse("test", manifest(spec), io.coxswain.api.Kinds.of(KIND))
                .objects()
                .get(0);
    }

    static String manifest(String spec) {
        return "apiVersion: example.com/v1\nkind: Site\nmetadata: {name: a}\nspec: " + spec + "\n";
    }
}
