package io.coxswain.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, at a fraction of a merge's cost, that it would change nothing, as of most applies: a manager applies what it applied last time, and all of that is still so. What isn't found here may turn
 * out so in the merge.
 */
final class Coverage {
    private Coverage() {}

    /** Whether all that is set in the desired record is the same in the live one, lists with keys in the same order and with nothing more. */
    static boolean isCovered(Shape shape, Object desired, Object live) {
        List<Part> parts = shape.parts();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Object wanted = shape.value(desired, i);
            if (wanted != null && part.isSet(wanted) && !isCovered(part, wanted, shape.value(live, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCovered(Part part, Object wanted, @Nullable Object live) {
        if (live == null) {
            return false;
        }
        return switch (part.form) {
            case WHOLE -> wanted.equals(live);
            case RECORD -> wanted == live || isCovered(Shape.of(part.type), wanted, live);
            case MAP -> holdsAll((Map<?, ?>) live, (Map<?, ?>) wanted);
            case SET -> areEqual((List<?>) wanted, (List<?>) live);
            case KEYED -> areCovered(part.elementKeys(), (List<?>) wanted, (List<?>) live);
        };
    }

    private static boolean holdsAll(Map<?, ?> live, Map<?, ?> wanted) {
        for (Map.Entry<?, ?> entry : wanted.entrySet()) {
            if (!entry.getValue().equals(live.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** A merge would drop what is there twice. */
    private static boolean areEqual(List<?> wanted, List<?> live) {
        return wanted.equals(live) && (wanted.size() < 2 || new HashSet<>(wanted).size() == wanted.size());
    }

    private static boolean areCovered(Keys keys, List<?> wanted, List<?> live) {
        if (wanted.size() != live.size()) {
            return false;
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<Object> key = keys.key(wanted.get(i));
            if (!key.equals(keys.key(live.get(i)))
                    || !seen.add(key)
                    || !isCovered(keys.shape, wanted.get(i), live.get(i))) {
                return false;
            }
        }
        return true;
    }
}
