package io.coxswain.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a list's elements. */
final class Keys {
    /** The only part of a key that may be left out; Kubernetes' schema gives it this default. */
    private static final String DEFAULTED = "protocol";

    private static final String DEFAULT = "TCP";

    final Shape shape;
    private final List<String> names;
    private final List<Integer> components = new ArrayList<>();

    Keys(Part part) {
        shape = Shape.of(part.element);
        names = part.keys;
        for (String name : names) {
            components.add(shape.indexOf(name));
        }
    }

    List<Object> key(Object element) {
        List<Object> key = new ArrayList<>(components.size());
        for (int i = 0; i < components.size(); i++) {
            Object value = shape.value(element, components.get(i));
            boolean leftOut = value == null || value.equals("");
            key.add(leftOut ? (names.get(i).equals(DEFAULTED) ? DEFAULT : "") : value);
        }
        return key;
    }

    /** The elements by key, in their order; of several with one key the last. */
    Map<List<Object>, Object> index(List<Object> elements) {
        Map<List<Object>, Object> index = new LinkedHashMap<>();
        for (Object element : elements) {
            index.put(key(element), element);
        }
        return index;
    }

    /** What others applied of the element. */
    List<Claim> claims(List<Object> key, List<Claim> others) {
        List<Claim> claims = new ArrayList<>();
        for (Claim other : others) {
            for (Object element : (List<?>) other.value()) {
                if (key(element).equals(key)) {
                    claims.add(new Claim(other.manager(), element));
                }
            }
        }
        return claims;
    }

    /** Such as {@code [name=app]}. */
    String text(List<Object> key) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ",").append(names.get(i)).append('=').append(key.get(i));
        }
        return text.append(']').toString();
    }
}
