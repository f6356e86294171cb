package io.coxswain.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.benchmarks.harness.Benchmark;
import io.coxswain.benchmarks.harness.Effort;
import io.coxswain.benchmarks.harness.Report;
import io.coxswain.benchmarks.harness.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each benchmark as small as can be, so that none rots. */
class BenchmarksTest {

    static Collection<Benchmark> benchmarks() {
        return Benchmarks.byName().values();
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void reportsTables(Benchmark benchmark) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = new Report(benchmark, Effort.SMOKE, new PrintStream(out, true, StandardCharsets.UTF_8));

        report.begin();
        benchmark.run(report);

        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(benchmark.name()) && text.contains("median"), text);
    }

    @Test
    void medianIsTheMiddle() {
        Samples odd = Samples.of(3, 1, 2);
        Samples even = Samples.of(4, 1, 2, 3);

        assertEquals("2.0 1.0 3.0", odd.median() + " " + odd.min() + " " + odd.max());
        assertEquals(2.5, even.median());
    }
}
