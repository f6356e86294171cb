package io.coxswain.api.core.v1;

/** Recognizes a JSON object without building it. Nesting is bounded, so that no text can exhaust the stack. */
final class JsonForm {
    private static final int DEEPEST = 1000;

    private final String text;
    private int at;

    private JsonForm(String text) {
        this.text = text;
    }

    /** Whether the text is a JSON object, or null, which reads as an empty one. */
    static boolean isObject(String text) {
        JsonForm form = new JsonForm(text);
        char first = form.next();
        boolean value = (first == '{' || first == 'n') && form.value(0);
        return value && form.next() == 0;
    }

    /** The next character that isn't blank; 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean value(int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return switch (next()) {
            case '{' -> members('}', depth);
            case '[' -> members(']', depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean members(char close, int depth) {
        at++;
        if (next() == close) {
            at++;
            return true;
        }
        while (true) {
            if (close == '}' && !(next() == '"' && string() && next() == ':' && skip())) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
            char end = next();
            at++;
            if (end != ',') {
                return end == close;
            }
        }
    }

    private boolean skip() {
        at++;
        return true;
    }

    private boolean string() {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return true;
            }
            if (c < ' ' || (c == '\\' && !escape())) {
                return false;
            }
        }
        return false;
    }

    /** Stands on the backslash; moves to the last character of the escape. */
    private boolean escape() {
        at++;
        if (at < text.length() && text.charAt(at) == 'u') {
            at += 4;
            return at < text.length()
                    && text.substring(at - 3, at + 1).chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        }
        return at < text.length() && "\"\\/bfnrt".indexOf(text.charAt(at)) >= 0;
    }

    private boolean word(String word) {
        boolean there = text.startsWith(word, at);
        at += word.length();
        return there;
    }

    private boolean number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at).matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }
}
