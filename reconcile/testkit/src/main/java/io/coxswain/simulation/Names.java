package io.coxswain.simulation;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.Locale;

/** Short names of objects, as they stand in timelines and in the names of deviations. */
final class Names {
    private Names() {}

    static String of(Kind<?> kind, ResourceKey key) {
        String namespace = key.namespace().isEmpty() || key.namespace().equals("default") ? "" : key.namespace() + "/";
        return kind.name().toLowerCase(Locale.ROOT) + "/" + namespace + key.name();
    }

    static String of(Resource<?> object) {
        String name = object.metadata().name();
        return of(
                object.kind(),
                new ResourceKey(
                        object.metadata().namespace(),
                        name.isEmpty() ? object.metadata().generateName() + "~" : name));
    }
}
