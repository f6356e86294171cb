package io.coxswain.node;

import com.sun.management.OperatingSystemMXBean;
import io.coxswain.value.Quantity;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a node has to give.
 *
 * @param cpu in cores
 * @param memory in bytes
 * @param pods how many pods
 */
public record NodeCapacity(Quantity cpu, Quantity memory, int pods) {
    /** As many as a kubelet takes by default ({@code maxPods}). */
    public static final int DEFAULT_PODS = 110;

    /** Fails if the number of pods is below 1. */
    public NodeCapacity {
        if (pods < 1) {
            throw new IllegalArgumentException("pods: " + pods + ": must be at least 1");
        }
    }

    /** What this machine, or the container that this JVM runs in, has. */
    public static NodeCapacity measured() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new NodeCapacity(
                Quantity.of(Runtime.getRuntime().availableProcessors()),
                Quantity.ofBytes(system.getTotalMemorySize()),
                DEFAULT_PODS);
    }

    /** The same with room for another number of pods. */
    public NodeCapacity withPods(int count) {
        return new NodeCapacity(cpu, memory, count);
    }

    Map<String, Quantity> quantities() {
        Map<String, Quantity> all = new LinkedHashMap<>();
        all.put("cpu", cpu);
        all.put("memory", memory);
        all.put("pods", Quantity.of(pods));
        return Collections.unmodifiableMap(all);
    }
}
