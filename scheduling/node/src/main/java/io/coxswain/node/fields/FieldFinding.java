package io.coxswain.node.fields;

/**
 * A field of a pod that isn't honoured.
 *
 * @param treatment what is done about it
 * @param path of the field
 * @param message the path, the value, why, and what helps
 */
public record FieldFinding(Treatment treatment, String path, String message) {}
