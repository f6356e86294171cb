package io.coxswain.workloads.deployment;

import io.coxswain.api.apps.v1.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replica sets of a Deployment at one look.
 *
 * @param current the one with the Deployment's template; {@code null}: there is none yet
 * @param old the others, oldest first
 */
record Sets(@Nullable ReplicaSet current, List<ReplicaSet> old) {
    Sets {
        old = List.copyOf(old);
    }

    /** All of them, oldest first, the current one last. */
    List<ReplicaSet> all() {
        List<ReplicaSet> all = new ArrayList<>(old);
        if (current != null) {
            all.add(current);
        }
        return all;
    }

    /** The same with one of them replaced by what it has become. */
    Sets with(ReplicaSet changed) {
        if (current != null && current.key().equals(changed.key())) {
            return new Sets(changed, old);
        }
        return new Sets(
                current,
                old.stream()
                        .map(set -> set.key().equals(changed.key()) ? changed : set)
                        .toList());
    }

    /** Those that ask for pods. */
    List<ReplicaSet> active() {
        List<ReplicaSet> active = all();
        active.removeIf(set -> size(set) <= 0);
        return active;
    }

    RollingUpdate.Size currentSize() {
        return current == null ? new RollingUpdate.Size(0, 0) : sizeOf(current);
    }

    List<RollingUpdate.Size> oldSizes() {
        List<RollingUpdate.Size> sizes = new ArrayList<>(old.size());
        for (ReplicaSet set : old) {
            sizes.add(sizeOf(set));
        }
        return sizes;
    }

    private static RollingUpdate.Size sizeOf(ReplicaSet set) {
        return new RollingUpdate.Size(size(set), set.status().availableReplicas());
    }

    /** How many pods a set asks for. */
    static int size(ReplicaSet set) {
        Integer replicas = set.spec().replicas();
        return replicas == null ? 1 : replicas;
    }
}
