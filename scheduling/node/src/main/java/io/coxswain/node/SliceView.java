package io.coxswain.node;

import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.discovery.v1.Endpoint;
import io.coxswain.api.discovery.v1.EndpointSlice;
import io.coxswain.informer.InformerHandler;
import io.coxswain.informer.LastState;
import io.coxswain.informer.Origin;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Which pods stand in EndpointSlices, and since which revision one no longer does or is terminating there. Hears of the slices on a serial executor, which owns all state.
 */
final class SliceView implements InformerHandler<EndpointSlice> {
    /** The revision of a pod that stands in no slice. */
    static final long NOWHERE = 0;

    private final Executor serial;
    private final Map<String, Map<ResourceKey, Entry>> byPod = new LinkedHashMap<>();
    private final Map<String, List<CompletableFuture<Long>>> waiting = new LinkedHashMap<>();

    SliceView(Executor serial) {
        this.serial = serial;
    }

    /** How a pod stands in a slice. */
    private record Entry(boolean serves, long revision) {}

    /**
     * Completes when the pod serves in no slice, with the revision of the slice in which it ceased to; with {@link #NOWHERE} if it is in none.
     *
     * @param uid the pod's
     */
    CompletionStage<Long> left(String uid) {
        CompletableFuture<Long> result = new CompletableFuture<>();
        serial.execute(() -> {
            Map<ResourceKey, Entry> entries = byPod.getOrDefault(uid, Map.of());
            if (entries.values().stream().anyMatch(Entry::serves)) {
                waiting.computeIfAbsent(uid, any -> new ArrayList<>()).add(result);
            } else {
                result.complete(entries.values().stream()
                        .mapToLong(Entry::revision)
                        .max()
                        .orElse(NOWHERE));
            }
        });
        return result;
    }

    @Override
    public void onAdd(EndpointSlice slice, Origin origin) {
        apply(List.of(), slice.endpoints(), slice);
    }

    @Override
    public void onUpdate(EndpointSlice old, EndpointSlice now) {
        apply(old.endpoints(), now.endpoints(), now);
    }

    @Override
    public void onDelete(EndpointSlice last, LastState state) {
        apply(last.endpoints(), List.of(), last);
    }

    private void apply(List<Endpoint> before, List<Endpoint> after, EndpointSlice slice) {
        long revision = slice.metadata().resourceVersion();
        Map<String, Boolean> present = new LinkedHashMap<>();
        for (Endpoint endpoint : after) {
            String uid = podOf(endpoint);
            if (!uid.isEmpty()) {
                present.merge(uid, !Boolean.TRUE.equals(endpoint.conditions().terminating()), Boolean::logicalOr);
            }
        }
        for (Endpoint endpoint : before) {
            String uid = podOf(endpoint);
            if (!uid.isEmpty() && !present.containsKey(uid)) {
                remove(uid, slice.key());
                release(uid, revision);
            }
        }
        present.forEach((uid, serves) -> {
            byPod.computeIfAbsent(uid, any -> new LinkedHashMap<>()).put(slice.key(), new Entry(serves, revision));
            release(uid, revision);
        });
    }

    private void remove(String uid, ResourceKey slice) {
        Map<ResourceKey, Entry> entries = byPod.get(uid);
        if (entries != null) {
            entries.remove(slice);
            if (entries.isEmpty()) {
                byPod.remove(uid);
            }
        }
    }

    private void release(String uid, long revision) {
        boolean serves = byPod.getOrDefault(uid, Map.of()).values().stream().anyMatch(Entry::serves);
        if (!serves) {
            List<CompletableFuture<Long>> released = waiting.remove(uid);
            if (released != null) {
                released.forEach(one -> one.complete(revision));
            }
        }
    }

    private static String podOf(Endpoint endpoint) {
        ObjectReference target = endpoint.targetRef();
        return target != null && target.kind().equals("Pod") ? target.uid() : "";
    }
}
