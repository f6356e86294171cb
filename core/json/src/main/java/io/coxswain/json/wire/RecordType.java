package io.coxswain.json.wire;

import io.coxswain.json.tree.JsonNull;
import io.coxswain.json.tree.JsonObject;
import io.coxswain.json.tree.JsonSink;
import io.coxswain.json.tree.JsonValue;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record: an object with a member for each component. */
public final class RecordType extends WireType {
    /** So many names may be listed in a message. */
    private static final int LISTED = 12;
    /** Nothing in it is required: what an author says of it is ignored. */
    private static final String STATUS = "status";

    private final Class<?> type;

    public RecordType(Class<?> type) {
        this.type = type;
    }

    /** Looked up late: records may hold one another. */
    private Shape shape() {
        return Shape.of(type);
    }

    @Override
    public @Nullable Object bind(JsonValue value, Binding binding) {
        if (!(value instanceof JsonObject object)) {
            binding.wrong(value, "an object");
            return null;
        }
        return bind(object, binding);
    }

    private @Nullable Object bind(JsonObject object, Binding binding) {
        Shape shape = shape();
        int before = binding.problemCount();
        reportDuplicates(object, binding);
        @Nullable Object[] arguments = new Object[shape.slots().size()];
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            Slot slot = shape.slot(member.getKey());
            if (slot == null) {
                unknown(member.getKey(), member.getValue(), shape, binding);
            } else if (!(member.getValue() instanceof JsonNull)) {
                arguments[slot.index()] = bind(slot, member.getValue(), shape, binding);
            }
        }
        if (binding.reportsRequired()) {
            reportMissing(shape, object, binding);
        }
        return binding.problemCount() > before ? null : construct(shape, arguments, object, binding);
    }

    private static @Nullable Object bind(Slot slot, JsonValue value, Shape shape, Binding binding) {
        boolean status = shape.isResource() && slot.name().equals(STATUS);
        Binding.Required before = status ? binding.requireNothing() : null;
        int mark = binding.enter(slot.name());
        Object bound = slot.type().bind(value, binding);
        binding.leave(mark);
        if (before != null) {
            binding.require(before);
        }
        return bound;
    }

    private static void reportMissing(Shape shape, JsonObject object, Binding binding) {
        for (Slot slot : shape.slots()) {
            JsonValue value = slot.isRequired() ? object.get(slot.name()) : JsonObject.EMPTY;
            if (value == null || value instanceof JsonNull) {
                int mark = binding.enter(slot.name());
                binding.problem(value == null ? object.line() : value.line(), binding.path() + ": Required value");
                binding.leave(mark);
            }
        }
    }

    private static @Nullable Object construct(
            Shape shape, @Nullable Object[] arguments, JsonObject object, Binding binding) {
        try {
            shape.fillAbsent(arguments);
            return shape.construct(arguments);
        } catch (IllegalArgumentException | NullPointerException e) {
            String path = binding.path();
            String reason = e.getMessage() == null ? "is refused by " + shape.name() : e.getMessage();
            binding.problem(object.line(), path.isEmpty() ? reason : path + ": " + reason);
            return null;
        }
    }

    static void reportDuplicates(JsonObject object, Binding binding) {
        if (binding.refusesUnknown()) {
            for (JsonObject.Duplicate duplicate : object.duplicates()) {
                int mark = binding.enter(duplicate.name());
                binding.problem(
                        duplicate.again(),
                        "duplicate field " + binding.path() + ", first on line " + duplicate.first() + ": keep one");
                binding.leave(mark);
            }
        }
    }

    private static void unknown(String name, JsonValue value, Shape shape, Binding binding) {
        boolean ofKind = shape.isResource() && (name.equals("apiVersion") || name.equals("kind"));
        if (ofKind || !binding.refusesUnknown()) {
            return;
        }
        int mark = binding.enter(name);
        binding.problem(value.line(), "unknown field " + binding.path() + suggestion(name, shape));
        binding.leave(mark);
    }

    private static String suggestion(String name, Shape shape) {
        Collection<String> known = shape.names();
        String closest = Spelling.closest(name, known);
        if (closest != null) {
            return ", did you mean " + closest + "?";
        }
        String inside = shape.pathTo(name);
        if (inside != null) {
            return ", did you mean " + inside + "?";
        }
        return ": " + (known.size() <= LISTED ? "the fields here are " + String.join(", ", known) : "remove it");
    }

    @Override
    public void write(Object value, JsonSink to) throws IOException {
        to.beginObject();
        writeMembers(value, to);
        to.endObject();
    }

    /** Writes the fields only, into an object that is open. */
    public void writeMembers(Object value, JsonSink to) throws IOException {
        for (Slot slot : shape().slots()) {
            slot.write(value, to);
        }
    }

    @Override
    Object zero() {
        return shape().empty();
    }
}
