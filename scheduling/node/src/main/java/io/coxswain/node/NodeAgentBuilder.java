package io.coxswain.node;

import io.coxswain.client.AsyncClient;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.endpoint.DrainBarrier;
import io.coxswain.environment.Environment;
import io.coxswain.event.EventRecorder;
import io.coxswain.node.container.ContainerServices;
import io.coxswain.node.container.Runtimes;
import io.coxswain.node.fields.ProcessUser;
import io.coxswain.node.probe.NetworkProber;
import io.coxswain.node.probe.Prober;
import io.coxswain.node.runtime.ImageMap;
import io.coxswain.node.runtime.WorkerRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes a {@link NodeAgent}. Not thread-safe. */
public final class NodeAgentBuilder {
    final Environment environment;
    final AsyncClient client;
    String name = "local";
    private final List<WorkerRuntime> runtimes = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private ImageMap images = ImageMap.EMPTY;
    private @Nullable Prober prober;
    private @Nullable AddressBlock addresses;
    private @Nullable DrainBarrier barrier;
    private @Nullable NodeCapacity capacity;
    private String hostAddress = "127.0.0.1";
    private Path folder = Path.of("");
    private @Nullable WorkerOutput output;
    private Supplier<ProcessUser> user = ProcessUser::own;

    NodeAgentBuilder(Environment environment, AsyncClient client) {
        this.environment = environment;
        this.client = client;
    }

    /** The name of the node; {@code local}, if not said. */
    public NodeAgentBuilder name(String value) {
        name = value;
        return this;
    }

    /** Adds a runtime; the agent closes it at its end. Where two run a scheme, the first one does. */
    public NodeAgentBuilder runtime(WorkerRuntime runtime) {
        runtimes.add(runtime);
        return this;
    }

    /** What images without a scheme mean. */
    public NodeAgentBuilder images(ImageMap value) {
        images = value;
        return this;
    }

    /** Who asks the workers whether they are well; by real connections, if not said. */
    public NodeAgentBuilder prober(Prober value) {
        prober = value;
        return this;
    }

    /** Where pods get their addresses from; required. */
    public NodeAgentBuilder addresses(AddressBlock block) {
        addresses = block;
        return this;
    }

    /** Who knows of the balancers and proxies of this process; one that knows of none, if not said. */
    public NodeAgentBuilder drainBarrier(DrainBarrier value) {
        barrier = value;
        return this;
    }

    /** What the node has to give; measured, if not said. */
    public NodeAgentBuilder capacity(NodeCapacity value) {
        capacity = value;
        return this;
    }

    /** A label of the Node. */
    public NodeAgentBuilder label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** The node's IP address; 127.0.0.1, if not said. */
    public NodeAgentBuilder hostAddress(String value) {
        hostAddress = value;
        return this;
    }

    /** Where relative paths of pods start that don't say it by {@link PodAnnotations#FOLDER}; the working folder of this JVM, if not said. */
    public NodeAgentBuilder folder(Path value) {
        folder = value;
        return this;
    }

    /** Hears all that the workers write. */
    public NodeAgentBuilder output(WorkerOutput value) {
        output = value;
        return this;
    }

    /** The agent, not yet started. */
    public NodeAgent build() {
        if (runtimes.isEmpty() || addresses == null) {
            throw new IllegalStateException("node " + name + ": needs addresses and at least one runtime");
        }
        return new NodeAgent(this);
    }

    /** As whom workers run: for tests; the user of this JVM, if not said. */
    NodeAgentBuilder user(ProcessUser value) {
        user = () -> value;
        return this;
    }

    AgentServices services(AsyncClient own, EventRecorder events, SliceView slices) {
        ContainerServices containers = new ContainerServices(
                environment,
                own,
                prober == null ? NetworkProber.create(environment) : prober,
                new Runtimes(runtimes, images),
                capacity().quantities(),
                user);
        return new AgentServices(
                containers,
                events,
                Objects.requireNonNull(addresses),
                barrier == null ? DrainBarrier.create(environment) : barrier,
                slices,
                name,
                hostAddress,
                folder.toAbsolutePath().normalize(),
                output);
    }

    NodeFacts facts() {
        return new NodeFacts(name, hostAddress, capacity(), List.copyOf(runtimes), environment.newUid());
    }

    private NodeCapacity capacity() {
        return capacity == null ? NodeCapacity.measured() : capacity;
    }

    /** The labels that every kubelet sets, and those given. */
    Map<String, String> allLabels() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kubernetes.io/hostname", name);
        all.put("kubernetes.io/os", NodeFacts.operatingSystem());
        all.put("kubernetes.io/arch", NodeFacts.architecture());
        all.putAll(labels);
        return all;
    }
}
