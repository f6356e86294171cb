package io.coxswain.controller;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;

/** Changes of a kind that lead to keys in a controller's queue. */
record Source<T extends Resource<T>>(Kind<T> kind, Mapper<T> mapper, List<ChangePredicate<T>> predicates) {

    boolean accepts(Change<T> change) {
        for (ChangePredicate<T> predicate : predicates) {
            if (!predicate.accepts(change)) {
                return false;
            }
        }
        return true;
    }
}
