package io.coxswain.validation;

/** In which way a field is wrong: the types of {@code apimachinery/pkg/util/validation/field}. */
public enum FieldErrorType {
    /** A value that must be there isn't. */
    REQUIRED("Required", "Required value"),
    /** A value has the wrong form or is out of bounds. */
    INVALID("Invalid", "Invalid value"),
    /** A value is none of those that are allowed. */
    NOT_SUPPORTED("NotSupported", "Unsupported value"),
    /** A value that must be unique isn't. */
    DUPLICATE("Duplicate", "Duplicate value"),
    /** A value may not be set, or not be changed, here. */
    FORBIDDEN("Forbidden", "Forbidden"),
    /** A text is too long. */
    TOO_LONG("TooLong", "Too long"),
    /** A list has too many elements. */
    TOO_MANY("TooMany", "Too many"),
    /** A value is of the wrong type. */
    TYPE_INVALID("TypeInvalid", "Invalid value"),
    /** A value names something that doesn't exist. */
    NOT_FOUND("NotFound", "Not found"),
    /** The check itself failed. */
    INTERNAL("InternalError", "Internal error");

    private final String wireName;
    private final String words;

    FieldErrorType(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    /** The name without spaces, as in {@code NotSupported}. */
    public String wireName() {
        return wireName;
    }

    /** The reason in the details of a Kubernetes {@code Status}, as in {@code FieldValueNotSupported}. */
    public String reason() {
        return this == INTERNAL ? wireName : "FieldValue" + wireName;
    }

    /** How the type begins a message, as in {@code Unsupported value}. */
    public String words() {
        return words;
    }
}
