package io.coxswain.apiserver;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import java.util.function.Function;

/** Evaluates selections on objects that aren't in the store yet. */
final class Selections {
    private Selections() {}

    static <R extends Resource<R>> boolean matches(Kind<R> kind, Selection selection, R object) {
        return selection.matches(object.metadata(), path -> {
            Function<R, String> field = kind.selectableFields().get(path);
            return field == null ? "" : field.apply(object);
        });
    }
}
