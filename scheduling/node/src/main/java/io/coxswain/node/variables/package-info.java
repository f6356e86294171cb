/**
 * What a container is told: {@link io.coxswain.node.variables.References} reads the objects that it refers to, {@link io.coxswain.node.variables.ContainerVariables} makes its variables of them,
 * {@link io.coxswain.node.variables.Expansion} puts variables into its command. Pure but for the reading.
 */
@NullMarked
package io.coxswain.node.variables;

import org.jspecify.annotations.NullMarked;
