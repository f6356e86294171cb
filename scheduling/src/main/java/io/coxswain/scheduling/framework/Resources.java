package io.coxswain.scheduling.framework;

import io.coxswain.value.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Amounts of resources as whole numbers: cpu in thousandths of a core, all else in its unit, fractions rounded up.
 *
 * @param milliCpu thousandths of a core
 * @param memory bytes
 * @param ephemeralStorage bytes
 * @param scalars extended resources and the like, by name
 */
public record Resources(long milliCpu, long memory, long ephemeralStorage, Map<String, Long> scalars) {
    public static final String CPU = "cpu";
    public static final String MEMORY = "memory";
    public static final String EPHEMERAL_STORAGE = "ephemeral-storage";
    public static final String PODS = "pods";

    public static final Resources NONE = new Resources(0, 0, 0, Map.of());

    /** The amounts of a map of quantities; resources that a node doesn't account for are left out. */
    public static Resources of(Map<String, Quantity> quantities) {
        long cpu = 0;
        long memory = 0;
        long storage = 0;
        Map<String, Long> scalars = new TreeMap<>();
        for (Map.Entry<String, Quantity> entry : quantities.entrySet()) {
            String name = entry.getKey();
            Quantity quantity = entry.getValue();
            if (name.equals(CPU)) {
                cpu = quantity.milliValue();
            } else if (name.equals(MEMORY)) {
                memory = quantity.value();
            } else if (name.equals(EPHEMERAL_STORAGE)) {
                storage = quantity.value();
            } else if (isScalar(name)) {
                scalars.put(name, quantity.value());
            }
        }
        return new Resources(cpu, memory, storage, Collections.unmodifiableMap(scalars));
    }

    /** Whether a name stands for a resource beside cpu, memory, storage and pods that nodes account for (Kubernetes {@code IsScalarResourceName}). */
    public static boolean isScalar(String name) {
        return isExtended(name)
                || name.startsWith("hugepages-")
                || name.startsWith("attachable-volumes-")
                || name.contains("kubernetes.io/");
    }

    /** Whether a resource is one of a vendor's own (Kubernetes {@code IsExtendedResourceName}). */
    public static boolean isExtended(String name) {
        return name.contains("/") && !name.contains("kubernetes.io/") && !name.startsWith("requests.");
    }

    /** The amount of the resource of this name. */
    public long get(String name) {
        return switch (name) {
            case CPU -> milliCpu;
            case MEMORY -> memory;
            case EPHEMERAL_STORAGE -> ephemeralStorage;
            default -> scalars.getOrDefault(name, 0L);
        };
    }

    public Resources plus(Resources more) {
        Map<String, Long> sum = scalars;
        if (!more.scalars.isEmpty()) {
            sum = new TreeMap<>(scalars);
            for (Map.Entry<String, Long> entry : more.scalars.entrySet()) {
                sum.merge(entry.getKey(), entry.getValue(), Long::sum);
            }
        }
        return new Resources(
                milliCpu + more.milliCpu,
                memory + more.memory,
                ephemeralStorage + more.ephemeralStorage,
                Collections.unmodifiableMap(sum));
    }
}
