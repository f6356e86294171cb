package io.coxswain.api.core.v1;

import io.coxswain.api.meta.v1.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a pod's parts need to know of the pod around them.
 *
 * @param spec the pod's, or its template's
 * @param metadata the pod's; null if this is a template
 * @param volumes those of the spec that are in order: only they can be mounted
 */
record PodScope(PodSpec spec, @Nullable ObjectMeta metadata, List<Volume> volumes) {
    boolean isTemplate() {
        return metadata == null;
    }

    PodScope withVolumes(List<Volume> usable) {
        return new PodScope(spec, metadata, usable);
    }

    @Nullable
    Volume volume(String name) {
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i).name().equals(name)) {
                return volumes.get(i);
            }
        }
        return null;
    }

    boolean hasClaim(String name) {
        for (PodResourceClaim claim : spec.resourceClaims()) {
            if (claim.name().equals(name) && !name.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether users of the pod are those of the host. */
    boolean sharesUsers() {
        return spec.hostUsers() == null || spec.hostUsers();
    }

    /** Whether a container, of whatever sort, has this name. */
    boolean hasContainer(String name) {
        for (Container container : spec.containers()) {
            if (container.name().equals(name)) {
                return true;
            }
        }
        for (Container container : spec.initContainers()) {
            if (container.name().equals(name)) {
                return true;
            }
        }
        for (EphemeralContainer container : spec.ephemeralContainers()) {
            if (container.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
