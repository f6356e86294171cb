package io.coxswain.benchmarks.programs;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.cluster.Cluster;
import io.coxswain.selector.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Applies a manifest, and says when its first Pod is there. */
public final class FirstPod {
    /** What it says before it applies. */
    public static final String STARTED = "STARTED";

    /** What it says in the end. */
    public static final String CREATED = "CREATED";

    private FirstPod() {}

    /** Argument: the manifest. */
    public static void main(String[] args) throws IOException {
        try (Cluster cluster = Cluster.builder()
                .worker("worker", context -> context.awaitStop())
                .start()) {
            System.out.println(STARTED);
            cluster.client().watch(Pod.KIND, WatchFrom.now(), Selection.all(), new Saying());
            cluster.apply(Path.of(args[0]));
            Input.awaitEnd();
        }
    }

    private static final class Saying implements WatchListener<Pod> {
        @Override
        public void onEvents(List<WatchEvent<Pod>> wholeCommits) {
            System.out.println(CREATED);
        }

        @Override
        public void onEnd(WatchEnd cause) {}
    }
}
