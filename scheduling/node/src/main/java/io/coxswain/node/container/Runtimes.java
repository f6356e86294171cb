package io.coxswain.node.container;

import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.ImageMap;
import io.coxswain.node.runtime.WorkerRuntime;
import java.util.List;
import java.util.Optional;

/**
 * What a node runs containers with, and what references to images mean on it.
 *
 * @param all the runtimes; where two run a scheme, the first one does
 * @param images what references without a scheme mean
 */
public record Runtimes(List<WorkerRuntime> all, ImageMap images) {
    /** Keeps a copy. */
    public Runtimes {
        all = List.copyOf(all);
    }

    /** What an image reference means here; empty if nothing says so. */
    Optional<Image> image(String reference) {
        return images.resolve(reference, schemes());
    }

    List<String> schemes() {
        return all.stream().flatMap(runtime -> runtime.schemes().stream()).toList();
    }

    Optional<WorkerRuntime> runtime(String scheme) {
        return all.stream()
                .filter(runtime -> runtime.schemes().contains(scheme))
                .findFirst();
    }
}
