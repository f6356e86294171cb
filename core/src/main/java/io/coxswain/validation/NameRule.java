package io.coxswain.validation;

import org.jspecify.annotations.Nullable;

/** A form that names must have; the common ones are methods of {@link Names}. */
@FunctionalInterface
public interface NameRule {
    /** What is wrong with the text, as a detail of a {@link FieldError}; null if nothing is. */
    @Nullable
    String problem(String text);
}
