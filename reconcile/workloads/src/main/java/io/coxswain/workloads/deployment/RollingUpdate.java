package io.coxswain.workloads.deployment;

import io.coxswain.value.IntOrString;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of a rolling update (Kubernetes {@code pkg/controller/deployment/rolling.go}): how far the new replica set may grow and the old ones shrink at one look.
 *
 * @param replicas how many pods are wanted
 * @param surge how many pods there may be beyond that
 * @param unavailable how many of them may be unavailable, not limited to {@code replicas}
 */
record RollingUpdate(int replicas, int surge, int unavailable) {

    /**
     * The size of a replica set.
     *
     * @param replicas what its spec asks for
     * @param available how many of its pods are available
     */
    record Size(int replicas, int available) {}

    /**
     * Resolves percentages: the surge rounds up, what may be unavailable down; if both are zero then one may be unavailable, since nothing could happen otherwise.
     *
     * @throws IllegalArgumentException if a text isn't a percentage
     */
    static RollingUpdate resolve(int replicas, IntOrString maxSurge, IntOrString maxUnavailable) {
        int surge = maxSurge.scaled(replicas, RoundingMode.CEILING);
        int unavailable = maxUnavailable.scaled(replicas, RoundingMode.FLOOR);
        return new RollingUpdate(replicas, surge, surge == 0 && unavailable == 0 ? 1 : unavailable);
    }

    /** How many pods may be unavailable. */
    int effectiveUnavailable() {
        return Math.min(unavailable, replicas);
    }

    /** How many pods must be available. */
    int minAvailable() {
        return replicas - effectiveUnavailable();
    }

    /** The next size of the new replica set. */
    int newReplicas(Size current, List<Size> old) {
        if (current.replicas() >= replicas) {
            return replicas;
        }
        int room = replicas + surge - current.replicas() - sum(old);
        return room <= 0 ? current.replicas() : current.replicas() + Math.min(room, replicas - current.replicas());
    }

    /** The next sizes of the old replica sets, which are given oldest first. */
    List<Integer> oldReplicas(Size current, List<Size> old) {
        int newUnavailable = current.replicas() - current.available();
        int mayGo = current.replicas() + sum(old) - minAvailable() - newUnavailable;
        List<Integer> sizes = new ArrayList<>(old.size());
        int available = current.available();
        for (Size size : old) {
            sizes.add(size.replicas());
            available += size.available();
        }
        if (mayGo <= 0) {
            return sizes;
        }
        removeUnavailable(old, sizes, mayGo);
        removeAvailable(sizes, available - minAvailable());
        return sizes;
    }

    private static void removeUnavailable(List<Size> old, List<Integer> sizes, int mayGo) {
        int left = mayGo;
        for (int i = 0; i < sizes.size() && left > 0; i++) {
            int gone = Math.min(left, Math.max(0, sizes.get(i) - old.get(i).available()));
            sizes.set(i, sizes.get(i) - gone);
            left -= gone;
        }
    }

    private static void removeAvailable(List<Integer> sizes, int mayGo) {
        int left = mayGo;
        for (int i = 0; i < sizes.size() && left > 0; i++) {
            int gone = Math.min(left, sizes.get(i));
            sizes.set(i, sizes.get(i) - gone);
            left -= gone;
        }
    }

    private static int sum(List<Size> sizes) {
        int sum = 0;
        for (Size size : sizes) {
            sum += size.replicas();
        }
        return sum;
    }
}
