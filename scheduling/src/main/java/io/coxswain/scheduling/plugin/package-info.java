/**
 * The scheduler's own plug-ins, each with the name and the rule that it has in Kubernetes. They are written against {@code io.coxswain.scheduling.framework} only, as a user's would be.
 */
@NullMarked
package io.coxswain.scheduling.plugin;

import org.jspecify.annotations.NullMarked;
