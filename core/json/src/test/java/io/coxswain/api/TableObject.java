package io.coxswain.api;

import io.coxswain.conformance.Json;
import io.coxswain.json.Codec;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;

/**
 * An object that stands in a table, with its kind.
 *
 * @param <R> the record of the kind
 */
record TableObject<R extends Resource<R>>(R object) {

    static boolean isSupported(Json object) {
        return Kinds.builtin()
                        .find(object.at("apiVersion").text(), object.at("kind").text())
                != null;
    }

    static TableObject<?> of(Json object) {
        return of(Codec.strict().read(object.wholeText(), Kinds.builtin()));
    }

    @SuppressWarnings("unchecked") // a resource is a resource of its own class
    private static <R extends Resource<R>> TableObject<R> of(Resource<?> object) {
        return new TableObject<>((R) object);
    }

    Kind<R> kind() {
        return object.kind();
    }

    /** Another object of the same kind. */
    R other(Json json) {
        return Codec.strict().read(json.wholeText(), kind());
    }
}
