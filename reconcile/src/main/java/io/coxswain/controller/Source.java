package io.coxswain.controller;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;

/** Changes of a kind that lead to keys in a controller's queue. */
record Source<T extends Resource<T>>(Kind<T> kind, Mapper<T> mapper, Code code, List<ChangePredicate<T>> predicates) {

    /** Whose a mapper is. */
    enum Code {
        OURS,
        USERS
    }

    /** Whether code of users decides, which may block; what is our own is short and may be part of a step. */
    boolean asksUsers() {
        if (code == Code.USERS) {
            return true;
        }
        for (ChangePredicate<T> predicate : predicates) {
            if (!(predicate instanceof MetadataChanged)) {
                return true;
            }
        }
        return false;
    }

    boolean accepts(Change<T> change) {
        for (ChangePredicate<T> predicate : predicates) {
            if (!predicate.accepts(change)) {
                return false;
            }
        }
        return true;
    }
}
