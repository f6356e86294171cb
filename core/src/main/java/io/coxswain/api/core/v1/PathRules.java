package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** What paths of files may be; see {@code validateLocalDescendingPath} in {@code core/validation/validation.go}. */
final class PathRules {
    private static final int LARGEST_MODE = 0777;

    private PathRules() {}

    /** The path at this field must be relative and stay below where it starts. */
    static void requireBelow(String field, String path, FieldErrors errors) {
        if (path.startsWith("/")) {
            errors.at(field).invalid(path, "must be a relative path");
        }
        requireNoSteps(field, path, errors);
    }

    /** Besides, the path must not begin as the files that the node keeps to itself do. */
    static void requireUnreserved(String field, String path, FieldErrors errors) {
        requireBelow(field, path, errors);
        if (path.startsWith("..") && !path.startsWith("../")) {
            errors.at(field).invalid(path, "must not start with '..'");
        }
    }

    /** The path at this field must not go up. */
    static void requireNoSteps(String field, String path, FieldErrors errors) {
        if (hasSteps(path)) {
            errors.at(field).invalid(path, "must not contain '..'");
        }
    }

    static boolean hasSteps(String path) {
        for (int at = path.indexOf(".."); at >= 0; at = path.indexOf("..", at + 1)) {
            boolean starts = at == 0 || path.charAt(at - 1) == '/';
            boolean ends = at + 2 == path.length() || path.charAt(at + 2) == '/';
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    /** The permissions at this field must be permissions. */
    static void requireMode(String field, @Nullable Integer mode, FieldErrors errors) {
        if (mode != null && (mode < 0 || mode > LARGEST_MODE)) {
            errors.at(field).invalid(mode, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }
}
