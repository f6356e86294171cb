package io.coxswain.node;

import io.coxswain.resource.ResourceKey;

/** Hears every line that the workers of a node write. */
@FunctionalInterface
public interface WorkerOutput {

    /** Called for one line at a time of a pod's workers; must not block. */
    void line(ResourceKey pod, String container, String line);
}
