package io.coxswain.json;

import io.coxswain.api.Kinds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;

/**
 * Measures what the first manifest of a JVM costs, in processor time of the calling thread: run it several times on a manifest, each time in
 * a new JVM. Not a test, because times depend on the machine.
 */
final class ColdStart {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int NANOS_PER_MILLI = 1_000_000;

    private ColdStart() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        long start = CLOCK.getCurrentThreadCpuTime();
        Kinds kinds = Kinds.builtin();
        long known = CLOCK.getCurrentThreadCpuTime();
        Manifest manifest = Manifest.read(file, kinds);
        long read = CLOCK.getCurrentThreadCpuTime();
        Codec.strict().toJson(manifest.objects().get(0));
        long written = CLOCK.getCurrentThreadCpuTime();
        System.out.printf(
                "kinds %d ms, manifest %d ms, first object as JSON %d ms%n",
                (known - start) / NANOS_PER_MILLI,
                (read - known) / NANOS_PER_MILLI,
                (written - read) / NANOS_PER_MILLI);
    }
}
