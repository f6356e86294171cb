package io.coxswain.node.variables;

import java.util.Map;

/**
 * Puts variables into text: {@code $(NAME)} becomes the variable's value, {@code $$} a dollar sign; a name that isn't known stays as it is. See
 * {@code third_party/forked/golang/expansion} of Kubernetes.
 */
public final class Expansion {
    private Expansion() {}

    public static String expand(String text, Map<String, String> variables) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int close = next == '(' ? text.indexOf(')', i) : -1;
            if (c != '$' || (next != '$' && close < 0)) {
                out.append(c);
                i++;
            } else if (next == '$') {
                out.append('$');
                i += 2;
            } else {
                String name = text.substring(i + 2, close);
                out.append(variables.getOrDefault(name, "$(" + name + ")"));
                i = close + 1;
            }
        }
        return out.toString();
    }
}
