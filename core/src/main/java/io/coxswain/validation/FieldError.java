package io.coxswain.validation;

/**
 * One thing that is wrong with an object.
 *
 * @param field where: {@code spec.containers[0].image}; empty for the object itself
 * @param type in which way
 * @param value what is there, as a message shows it: text in quotes; empty where a message shows none
 * @param detail what would be right; may be empty
 */
public record FieldError(String field, FieldErrorType type, String value, String detail) {
    /** What is wrong, without where: {@code Invalid value: -1: must be greater than or equal to 0}. */
    public String message() {
        StringBuilder text = new StringBuilder(type.words());
        if (!value.isEmpty()) {
            text.append(": ").append(value);
        }
        if (!detail.isEmpty()) {
            text.append(": ").append(detail);
        }
        return text.toString();
    }

    /** Where and what, in one line. */
    @Override
    public String toString() {
        return field.isEmpty() ? message() : field + ": " + message();
    }
}
