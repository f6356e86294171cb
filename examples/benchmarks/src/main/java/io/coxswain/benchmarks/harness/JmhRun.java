package io.coxswain.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A class of JMH benchmarks as it is run here: in JVMs of its own, a sample per iteration, with the bytes that an operation allocates.
 *
 * <p>A smoke run is in this JVM, for milliseconds.
 */
public final class JmhRun {
    private static final int FORKS = 2;
    private static final int WARMUPS = 5;
    private static final int ITERATIONS = 5;

    /**
     * What was measured with one set of parameters.
     *
     * @param samples scores of iterations, in the benchmark's unit
     * @param bytesPerOperation the median over iterations
     */
    public record Figures(Samples samples, double bytesPerOperation) {}

    private final Class<?> type;
    private final Effort effort;
    private final List<String> jvmArguments = new ArrayList<>();

    public JmhRun(Class<?> type, Effort effort) {
        this.type = type;
        this.effort = effort;
    }

    /** Options of the JVMs that measure. */
    public JmhRun jvm(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    /** Runs with that many threads; the figures by the value of a parameter. */
    public Map<String, Figures> run(int threads, String parameter) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(type.getName().replace("$", "\\.") + "\\.")
                .threads(threads)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .forks(effort.of(FORKS, 0))
                .warmupIterations(effort.of(WARMUPS, 0))
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(effort.of(ITERATIONS, 1))
                .measurementTime(effort == Effort.FULL ? TimeValue.seconds(1) : TimeValue.milliseconds(5))
                .jvmArgs(jvmArguments.toArray(String[]::new));
        Map<String, Figures> figures = new LinkedHashMap<>();
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            figures.put(parameters.getParam(parameter), figures(result));
        }
        return figures;
    }

    private static Figures figures(RunResult result) {
        List<Double> scores = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                scores.add(iteration.getPrimaryResult().getScore());
                for (Map.Entry<String, ? extends Result<?>> other :
                        secondary(iteration).entrySet()) {
                    if (other.getKey().endsWith("gc.alloc.rate.norm")) {
                        bytes.add(other.getValue().getScore());
                    }
                }
            }
        }
        return new Figures(
                Samples.of(scores),
                bytes.isEmpty() ? Double.NaN : Samples.of(bytes).median());
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // JMH declares raw results
    private static Map<String, ? extends Result<?>> secondary(IterationResult iteration) {
        return (Map) iteration.getSecondaryResults();
    }
}
