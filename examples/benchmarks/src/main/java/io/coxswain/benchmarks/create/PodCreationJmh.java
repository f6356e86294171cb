package io.coxswain.benchmarks.create;

import io.coxswain.api.core.v1.Pod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** Creates Pods in something that is empty when an iteration begins. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class PodCreationJmh {
    private final PodTemplate template = PodTemplate.read();

    /** What takes them. */
    @Param
    public Subject subject = Subject.COXSWAIN;

    private Subject.Target target = pod -> pod;

    /** Opens an empty one. */
    @Setup(Level.Iteration)
    public void open() {
        target = subject.open();
    }

    /** Lets go of it. */
    @TearDown(Level.Iteration)
    public void close() {
        target.close();
    }

    /** The names of a thread. */
    @State(Scope.Thread)
    public static class Names {
        private int thread;
        private int next;

        /** Learns which thread it is. */
        @Setup
        public void place(ThreadParams threads) {
            thread = threads.getThreadIndex();
        }

        Pod nextOf(PodTemplate template) {
            return template.named(PodTemplate.name(thread, next++));
        }
    }

    /** One Pod of a new name. */
    @Benchmark
    public Object create(Names names) {
        return target.create(names.nextOf(template));
    }
}
