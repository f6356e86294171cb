package io.coxswain.examples.handbook;

import io.coxswain.api.meta.v1.Condition;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.informer.Index;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.List;

/** A book of pages, each a ConfigMap, under the licence that a Secret holds. */
// region FIRST
record Handbook(ObjectMeta metadata, Spec spec, Status status) implements Resource<Handbook> {
    record Spec(String licence, List<String> pages) {}

    record Status(long observedGeneration, List<Condition> conditions) {}

    static final Kind<Handbook> KIND = Kind.builder("example.com/v1", "Handbook", Handbook.class)
            .validation((book, old, errors) -> {
                if (book.spec().pages().isEmpty()) {
                    errors.at("spec").at("pages").required("a handbook has pages");
                }
            })
            .build();

    static final Index<Handbook> BY_LICENCE =
            Index.of(KIND, "licence", book -> List.of(book.licence().toString()));

    ResourceKey licence() {
        return ResourceKey.of(metadata.namespace(), spec.licence());
    }

    Handbook withStatus(Status changed) {
        return new Handbook(metadata, spec, changed);
    }
}
// endregion
