/**
 * Containers as processes of the operating system: images {@code process:}, {@code file:}, {@code java:} and {@code jar:}. Start at {@link io.coxswain.node.runtime.process.ProcessRuntime}.
 *
 * <p>A worker is started through {@code setsid}, so its pid is also the number of its process group, and stays a child of this JVM: exit code and output come to Java. One guardian per runtime, a
 * shell in a session of its own, signals the groups; when its standard input ends, because this JVM has ended in whatever way, it kills every group that it knows. A worker doesn't begin before the
 * guardian has been told of it, so none can slip through.
 */
@NullMarked
package io.coxswain.node.runtime.process;

import org.jspecify.annotations.NullMarked;
