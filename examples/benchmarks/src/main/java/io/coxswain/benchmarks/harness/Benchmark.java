package io.coxswain.benchmarks.harness;

/** One figure of the project, measured beside its peers. */
public interface Benchmark {

    /** The name by which it is asked for, such as {@code p1}. */
    String name();

    /** What it measures, in a line. */
    String title();

    /** Measures, and reports tables. */
    void run(Report report) throws Exception;
}
