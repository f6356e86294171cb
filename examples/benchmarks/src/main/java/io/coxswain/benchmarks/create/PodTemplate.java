package io.coxswain.benchmarks.create;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.benchmarks.harness.Tools;
import io.coxswain.json.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Pod that is created again and again, as a file says it; under names that look and are spread like those of a ReplicaSet's Pods. */
public final class PodTemplate {
    /** Odd, so that multiples modulo 2^32 don't repeat; the golden ratio spreads them. */
    private static final int STEP = 0x9E3779B9;

    private final Pod pod;

    private PodTemplate(Pod pod) {
        this.pod = pod;
    }

    public static PodTemplate read() {
        return new PodTemplate(Codec.strict().read(json(), Pod.KIND));
    }

    public static String json() {
        try {
            return new String(Tools.resource(PodTemplate.class, "pod.json"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Pod named(String name) {
        return pod.withMetadata(pod.metadata().withName(name));
    }

    /** The n-th name of a thread. */
    public static String name(int thread, int n) {
        return "crawler-6f9d8c7b5-" + Integer.toUnsignedString(n * STEP, Character.MAX_RADIX) + "-" + thread;
    }
}
