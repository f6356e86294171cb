package io.coxswain.apiserver;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.ListMap;
import io.coxswain.value.Ordered;
import java.util.List;
import java.util.Map;

/** A kind as a user writes one: status of its own, a rule, a default. */
public record Site(ObjectMeta metadata, Spec spec, Status status) implements Resource<Site> {
    public record Spec(
            int replicas,
            String theme,
            Map<String, String> options,
            @ListMap("name") List<Page> pages) {
        public Spec {
            theme = theme == null ? "" : theme;
            options = Ordered.map(options);
            pages = Ordered.list(pages);
        }
    }

    public record Page(String name, String title, int size) {}

    public record Status(int ready) {}

    public static final Kind<Site> KIND = Kind.builder("example.com/v1", "Site", Site.class)
            .defaults(site -> site.spec().theme().isEmpty() ? site.withTheme("plain") : site)
            .validation((site, old, errors) -> {
                if (site.spec().replicas() < 0) {
                    errors.at("spec").at("replicas").invalid(site.spec().replicas(), "must be at least 0");
                }
            })
            .build();

    public static Site of(String name, int replicas) {
        return new Site(ObjectMeta.named("default", name), new Spec(replicas, "", Map.of(), List.of()), new Status(0));
    }

    public Site withMeta(ObjectMeta changed) {
        return new Site(changed, spec, status);
    }

    public Site withReplicas(int replicas) {
        return new Site(metadata, new Spec(replicas, spec.theme, spec.options, spec.pages), status);
    }

    public Site withTheme(String theme) {
        return new Site(metadata, new Spec(spec.replicas, theme, spec.options, spec.pages), status);
    }

    public Site withOptions(Map<String, String> options) {
        return new Site(metadata, new Spec(spec.replicas, spec.theme, options, spec.pages), status);
    }

    public Site withPages(Page... pages) {
        return new Site(metadata, new Spec(spec.replicas, spec.theme, spec.options, List.of(pages)), status);
    }

    public Site withReady(int ready) {
        return new Site(metadata, spec, new Status(ready));
    }
}
