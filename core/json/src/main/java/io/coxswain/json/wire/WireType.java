package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of one Java type look on the wire. */
abstract class WireType {

    /**
     * The Java value of a JSON value, which isn't null; null if it can't be one, and then that has been reported.
     */
    abstract @Nullable Object bind(JsonValue value, Binding binding);

    /** Writes a value of this type. */
    abstract void write(Object value, JsonSink to) throws IOException;

    /** What JSON's null is inside of a list or map: the zero of Go's type. */
    abstract Object zero();

    /** What an absent field is; null where the record's component is then null. */
    @Nullable
    Object absent() {
        return null;
    }

    /** Whether a field of this value is left out unless it is always written. */
    boolean isLeftOut(Object value) {
        return false;
    }
}
