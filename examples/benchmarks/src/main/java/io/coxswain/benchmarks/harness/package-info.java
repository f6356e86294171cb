/** What benchmarks share: samples and tables, a run of JMH, timed child JVMs, class paths, tools of the machine. */
@NullMarked
package io.coxswain.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
