package io.coxswain.cluster;

import io.coxswain.api.Kinds;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.environment.Environment;
import io.coxswain.node.WorkerOutput;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.ImageMap;
import io.coxswain.node.runtime.jvm.JvmWorker;
import io.coxswain.resource.Kind;
import io.coxswain.scheduling.Profile;
import io.coxswain.store.StoreRecipe;
import io.coxswain.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Cluster}. Not thread-safe. */
public final class ClusterBuilder {
    Environment environment = Environment.system();
    Kinds kinds = Kinds.builtin();
    StoreRecipe store = (time, known) -> MemoryStore.create(time);
    final List<ControllerSpec<?>> controllers = new ArrayList<>();
    final Map<String, JvmWorker> workers = new LinkedHashMap<>();
    ImageMap images = ImageMap.EMPTY;
    Profile profile = Profile.defaults();
    String nodeName = "local";

    Duration closeLimit = Duration.ofSeconds(10);
    boolean hasShutdownHook = true;
    boolean loopbackOnly;

    @Nullable
    Path state;

    @Nullable
    WorkerOutput output;

    ClusterBuilder() {}

    /** Adds a controller; its kind becomes known. */
    public ClusterBuilder controller(ControllerSpec<?> controller) {
        controllers.add(controller);
        return kind(controller.kind());
    }

    /** Makes a kind of one's own known. */
    public ClusterBuilder kind(Kind<?> kind) {
        kinds = kinds.with(kind);
        return this;
    }

    /**
     * Makes a worker of this JVM known, which image {@code jvm:<name>} runs.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    public ClusterBuilder worker(String name, JvmWorker worker) {
        if (workers.putIfAbsent(name, worker) != null) {
            throw new IllegalArgumentException("worker " + name + ": there is one of that name");
        }
        return this;
    }

    /** Says what an image without scheme means, such as {@code nginx} or {@code registry.example/*}. */
    public ClusterBuilder image(String pattern, Image image) {
        images = images.with(pattern, image);
        return this;
    }

    /** The plug-ins of the scheduler. */
    public ClusterBuilder scheduler(Profile plugins) {
        profile = plugins;
        return this;
    }

    /** The name of the node; {@code local}, if not said. */
    public ClusterBuilder nodeName(String name) {
        nodeName = name;
        return this;
    }

    /** Where logs of workers are kept; if not said, in a temporary folder that goes with the cluster. */
    public ClusterBuilder logFolder(Path folder) {
        state = folder;
        return this;
    }

    /** Writes what the workers write to standard output, with the pod's name in front. */
    public ClusterBuilder printLogs() {
        return printLogs(System.out::println);
    }

    /** The same, to another place. The lines come one after another, on a thread that may block; what finds too many waiting is dropped and counted. */
    public ClusterBuilder printLogs(Consumer<String> lines) {
        return output(new PrintedLogs(lines, environment));
    }

    /** Hands over what the workers write, line by line, on a thread that must not block. */
    public ClusterBuilder output(WorkerOutput hearer) {
        output = hearer;
        return this;
    }

    /**
     * How long workers get at most when the cluster closes; 10 seconds, if not said.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ClusterBuilder closeLimit(Duration most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("closeLimit: " + most + ": must not be negative");
        }
        closeLimit = most;
        return this;
    }

    /** Leaves it to the application to close the cluster when the JVM ends, from a hook of its own. If it doesn't, the workers are killed. */
    public ClusterBuilder withoutShutdownHook() {
        hasShutdownHook = false;
        return this;
    }

    /** Where the objects are kept; in memory, if not said. The cluster opens the store and closes it. What a durable one has from an earlier run starts again. */
    public ClusterBuilder store(StoreRecipe recipe) {
        store = recipe;
        return this;
    }

    /** Gives everything the address 127.0.0.1, with ports of its own, as on a machine that has no other (macOS without aliases). */
    public ClusterBuilder loopbackOnly() {
        loopbackOnly = true;
        return this;
    }

    /** Time, threads and waiting; those of the system, if not said. */
    public ClusterBuilder environment(Environment value) {
        environment = value;
        return this;
    }

    /**
     * Starts the cluster.
     *
     * @throws IllegalStateException if something can't start; what had started is ended again
     */
    public Cluster start() {
        return new Cluster(this);
    }
}
