package io.coxswain.node.runtime;

/**
 * Something that a runtime does not do on this machine. Becomes a condition of the Node, since it must not go unsaid.
 *
 * @param type the condition's type in camel case, such as {@code ResourceLimitsNotEnforced}
 * @param reason why, in camel case
 * @param message for people, with the remedy if there is one
 */
public record Shortcoming(String type, String reason, String message) {}
