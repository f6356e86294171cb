package io.coxswain.store.disk;

import io.coxswain.client.Cause;
import io.coxswain.resource.ResourceKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What frames hold. A body is its type, fields of that type and {@link #LAST}, which isn't zero, so that a zero at its end
 * means that it wasn't written. Numbers have seven bits a byte; texts and blobs have their length in front.
 *
 * <pre>
 * TRANSACTION  cause (actor, subject, attempt, revisions), number of changes, changes
 *   change     PUT name value applied | PUT_APPLIED_AS_BEFORE name value | DELETE name
 * OBJECT       name value applied; the frame's revision is the object's
 * END          how many objects the snapshot has
 * name         apiVersion, kind, namespace, name
 * value        key id (empty: in clear), JSON of the object
 * applied      how many, then manager and value of each
 * </pre>
 */
final class Body {
    static final int TRANSACTION = 1;
    static final int OBJECT = 2;
    static final int END = 3;

    static final int PUT = 1;
    static final int PUT_APPLIED_AS_BEFORE = 2;
    static final int DELETE = 3;

    static final int LAST = 0xa5;

    private final ByteBuffer bytes;

    private Body(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The type of a body. */
    static int type(ByteBuffer bytes) {
        return bytes.hasRemaining() ? bytes.get(bytes.position()) : 0;
    }

    /** @throws RuntimeException if the body isn't one of a transaction */
    static RawCommit transaction(long revision, ByteBuffer bytes) {
        Body body = new Body(bytes.duplicate());
        body.require(TRANSACTION);
        Cause cause = body.cause();
        int count = body.count();
        List<RawChange> changes = new ArrayList<>(Math.min(count, 1_000));
        for (int i = 0; i < count; i++) {
            changes.add(body.change());
        }
        body.require(LAST);
        return new RawCommit(revision, cause, changes);
    }

    /** @throws RuntimeException if the body isn't one of an object */
    static RawObject object(long revision, ByteBuffer bytes) {
        Body body = new Body(bytes.duplicate());
        body.require(OBJECT);
        ObjectName name = body.name();
        RawObject object = new RawObject(name, revision, new RawValue(body.value(), body.applied()));
        body.require(LAST);
        return object;
    }

    /** @throws RuntimeException if the body isn't that of an end */
    static long objectCount(ByteBuffer bytes) {
        Body body = new Body(bytes.duplicate());
        body.require(END);
        long count = body.number();
        body.require(LAST);
        return count;
    }

    private void require(int expected) {
        int found = bytes.get() & 0xff;
        if (found != expected) {
            throw new IllegalStateException("byte " + found + " where " + expected + " was expected");
        }
    }

    private Cause cause() {
        String actor = text();
        String subject = text();
        int attempt = (int) number();
        int count = count();
        List<Long> revisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            revisions.add(number());
        }
        return new Cause(actor, subject, attempt, revisions);
    }

    private RawChange change() {
        int operation = bytes.get();
        ObjectName name = name();
        return switch (operation) {
            case PUT -> new RawChange(name, new RawValue(value(), applied()), false);
            case PUT_APPLIED_AS_BEFORE -> new RawChange(name, new RawValue(value(), Map.of()), true);
            case DELETE -> new RawChange(name, null, false);
            default -> throw new IllegalStateException("unknown operation " + operation);
        };
    }

    private ObjectName name() {
        return new ObjectName(text(), text(), new ResourceKey(text(), text()));
    }

    private Sealed value() {
        return new Sealed(text(), blob());
    }

    private Map<String, Sealed> applied() {
        int count = count();
        Map<String, Sealed> applied = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            applied.put(text(), value());
        }
        return applied;
    }

    /** How many of something follow, which each take a byte at least. */
    private int count() {
        long count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalStateException(count + " things can't follow");
        }
        return (int) count;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalStateException("a number of more than 64 bits");
    }

    private String text() {
        return new String(blob(), StandardCharsets.UTF_8);
    }

    private byte[] blob() {
        byte[] blob = new byte[count()];
        bytes.get(blob);
        return blob;
    }
}
