package io.coxswain.store.disk;

import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import io.coxswain.store.memory.JournaledChange;
import io.coxswain.store.memory.JournaledCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes transactions for the journal, in two steps. The objects become JSON on the caller's thread, before anything is
 * decided, so that the thread on which all depends, the journal's, has the least to do; the transaction that came of it is
 * put together by the journal, which knows its revision and which of the writes changed something.
 */
final class Encoding {
    private final ObjectForm form;

    Encoding(ObjectForm form) {
        this.form = form;
    }

    /** The objects of a transaction, by its writes, none for deletions. */
    record Prepared(StoreTransaction transaction, List<Optional<Sealed>> values) {}

    /** @throws BadRequestException if an object or the transaction is too large, or a kind isn't one of the store's */
    Prepared prepare(StoreTransaction transaction) {
        List<Write> writes = transaction.writes();
        List<Optional<Sealed>> values = new ArrayList<>(writes.size());
        long total = 0;
        for (Write write : writes) {
            if (!form.knows(write.kind())) {
                throw new BadRequestException(write.kind() + " " + write.key()
                        + " is of a kind that the store wasn't opened with: add the kind "
                        + write.kind().apiVersion()
                        + " " + write.kind());
            }
            if (write instanceof Write.Put<?> put) {
                Sealed value = value(put);
                values.add(Optional.of(value));
                total += value.bytes().length;
            } else {
                values.add(Optional.empty());
            }
        }
        if (total > DiskStore.MAX_TRANSACTION_BYTES) {
            throw new BadRequestException("A transaction of " + writes.size() + " writes has " + total
                    + " bytes of JSON: must have at most " + DiskStore.MAX_TRANSACTION_BYTES + ": split it");
        }
        return new Prepared(transaction, values);
    }

    private <R extends Resource<R>> Sealed value(Write.Put<R> put) {
        byte[] json = ObjectForm.json(put.object().resource());
        if (json.length > DiskStore.MAX_OBJECT_BYTES) {
            throw new BadRequestException(put.kind() + " " + put.key() + " has " + json.length
                    + " bytes of JSON: must have at most " + DiskStore.MAX_OBJECT_BYTES
                    + " (1.5 MiB): split it, or keep its data elsewhere");
        }
        return form.write(put.kind(), ObjectName.of(put.kind(), put.key()), json);
    }

    /** Writes the body of a transaction. */
    void write(JournaledCommit commit, BodyWriter to) {
        if (!(commit.form() instanceof Prepared prepared)) {
            throw new IllegalStateException("a commit that didn't come through the disk store");
        }
        to.begin(Body.TRANSACTION);
        to.cause(commit.cause());
        to.number(commit.changes().size());
        int write = 0;
        for (JournaledChange<?> change : commit.changes()) {
            write = indexOf(change.kind(), change.key(), prepared.transaction.writes(), write);
            write(change, prepared.values.get(write++).orElse(null), to);
        }
        to.end();
    }

    /** The changes are those writes that changed something, in the same order. */
    private static int indexOf(Kind<?> kind, ResourceKey key, List<Write> writes, int from) {
        int at = from;
        while (!writes.get(at).key().equals(key) || !writes.get(at).kind().equals(kind)) {
            at++;
        }
        return at;
    }

    private <R extends Resource<R>> void write(JournaledChange<R> change, @Nullable Sealed value, BodyWriter to) {
        ObjectName name = ObjectName.of(change.kind(), change.key());
        StoredObject<R> after = change.after();
        if (after == null || value == null) {
            to.put(Body.DELETE);
            to.name(name);
            return;
        }
        boolean asBefore = isAppliedAsBefore(change.before(), after);
        to.put(asBefore ? Body.PUT_APPLIED_AS_BEFORE : Body.PUT);
        to.name(name);
        to.value(value);
        if (!asBefore) {
            to.applied(after.applied().isEmpty() ? Map.of() : form.writeApplied(change.kind(), name, after.applied()));
        }
    }

    private static <R extends Resource<R>> boolean isAppliedAsBefore(
            @Nullable StoredObject<R> before, StoredObject<R> after) {
        return before != null
                && !after.applied().isEmpty()
                && (before.applied() == after.applied() || before.applied().equals(after.applied()));
    }

    static void write(RawObject object, BodyWriter to) {
        to.begin(Body.OBJECT);
        to.name(object.name());
        to.value(object.value().object());
        to.applied(object.value().applied());
        to.end();
    }
}
