/**
 * Containers as tasks of this JVM: images {@code jvm:NAME}, where the application has registered a {@link io.coxswain.node.runtime.jvm.JvmWorker} under the name.
 */
@NullMarked
package io.coxswain.node.runtime.jvm;

import org.jspecify.annotations.NullMarked;
