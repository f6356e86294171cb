package io.coxswain.error;

import io.coxswain.validation.FieldError;
import java.util.List;

/** Fields of an object are wrong; says all of them. */
public final class InvalidException extends ApiException {
    private static final long serialVersionUID = 1;

    private final String subject;
    private final transient List<FieldError> errors;

    /**
     * @param subject kind and key of the object
     * @param errors what is wrong, at least one
     */
    public InvalidException(String subject, List<FieldError> errors) {
        super(message(subject, errors), null);
        this.subject = subject;
        this.errors = List.copyOf(errors);
    }

    private static String message(String subject, List<FieldError> errors) {
        StringBuilder text = new StringBuilder(subject).append(" is invalid: ");
        for (int i = 0; i < errors.size(); i++) {
            text.append(i == 0 ? "" : "; ").append(errors.get(i));
        }
        return text.toString();
    }

    /** Kind and key of the object, such as {@code Deployment shop/crawler}. */
    public String subject() {
        return subject;
    }

    /** Every field that is wrong, in the order in which they were found. */
    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public String reason() {
        return "Invalid";
    }

    @Override
    public int code() {
        return 422;
    }
}
