package io.coxswain.cluster;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.node.PodAnnotations;
import io.coxswain.resource.Resource;
import java.nio.file.Path;

/** Notes on pods, and templates of pods, in which folder their manifest lies: relative paths of their workers start there. */
final class Folders {
    private Folders() {}

    static Resource<?> noted(Resource<?> object, Path folder) {
        String path = folder.toAbsolutePath().normalize().toString();
        if (object instanceof Pod pod) {
            return pod.withMetadata(noted(pod.metadata(), path));
        }
        if (object instanceof Deployment deployment) {
            return deployment.withSpec(
                    deployment.spec().withTemplate(noted(deployment.spec().template(), path)));
        }
        if (object instanceof ReplicaSet set) {
            return set.withSpec(set.spec().withTemplate(noted(set.spec().template(), path)));
        }
        return object;
    }

    private static PodTemplateSpec noted(PodTemplateSpec template, String path) {
        return template.withMetadata(noted(template.metadata(), path));
    }

    private static ObjectMeta noted(ObjectMeta metadata, String path) {
        return metadata.annotations().containsKey(PodAnnotations.FOLDER)
                ? metadata
                : metadata.withAnnotation(PodAnnotations.FOLDER, path);
    }
}
