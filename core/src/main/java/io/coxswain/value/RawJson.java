package io.coxswain.value;

/**
 * A piece of JSON that is passed on and not looked into. Two are equal if their texts are, so whoever reads one from
 * the wire keeps it in the compact form.
 *
 * @param text valid JSON
 */
public record RawJson(String text) {
    /** JSON's null. */
    public static final RawJson NULL = new RawJson("null");

    /** The JSON itself. */
    @Override
    public String toString() {
        return text;
    }
}
