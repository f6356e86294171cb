package io.coxswain.store.disk;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.store.StoredObject;
import io.coxswain.store.memory.JournaledChange;
import io.coxswain.store.memory.JournaledCommit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a folder holds: the newest snapshot that is whole, and what was committed after it. Objects of kinds that nobody knows
 * any more are kept as they are, to be written into the next snapshots.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final ObjectForm form;
    private final SnapshotFile snapshot;
    private final JournalReader journal;
    private final RawState unknown = new RawState();
    private final List<StoredObject<?>> objects = new ArrayList<>();
    // Only looked up, never iterated.
    private final Map<ObjectName, Map<String, ?>> applied = new HashMap<>();

    private Recovery(ObjectForm form, SnapshotFile snapshot, JournalReader journal) {
        this.form = form;
        this.snapshot = snapshot;
        this.journal = journal;
        snapshot.objects().forEach(this::restore);
    }

    static Recovery of(StoreFolder folder, ObjectForm form) throws IOException {
        SnapshotFile snapshot = newestSnapshot(folder);
        return new Recovery(form, snapshot, new JournalReader(folder, snapshot.revision()));
    }

    /** The newest one that is whole; one of nothing at revision 0 if there is none. */
    static SnapshotFile newestSnapshot(StoreFolder folder) throws IOException {
        List<StoreFolder.Named> snapshots = folder.snapshots();
        for (int i = snapshots.size() - 1; i >= 0; i--) {
            try {
                return SnapshotFile.read(folder, snapshots.get(i).path());
            } catch (DiskStoreException e) {
                if (e.reason() != DiskStoreException.Reason.DAMAGED) {
                    throw e;
                }
                LOG.atWarn()
                        .setCause(e)
                        .log("A snapshot is damaged; the one before it and the journal are used instead");
            }
        }
        return new SnapshotFile(0, List.of(), 0);
    }

    long snapshotRevision() {
        return snapshot.revision();
    }

    /** How large the snapshot is. */
    long snapshotBytes() {
        return snapshot.bytes();
    }

    /** The objects of the snapshot. */
    List<StoredObject<?>> objects() {
        return objects;
    }

    /** What was committed after it; to be gone through once. */
    Iterable<JournaledCommit> commits() {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return journal.hasNext();
            }

            @Override
            public JournaledCommit next() {
                return commit(journal.next());
            }
        };
    }

    JournalReader journal() {
        return journal;
    }

    /** The objects of unknown kinds, when all commits were gone through. */
    RawState unknown() {
        return unknown;
    }

    /** Says once which kinds nobody knows. */
    void reportUnknown() {
        Map<String, Integer> kinds = new TreeMap<>();
        for (RawObject object : unknown.objects()) {
            kinds.merge(object.name().apiVersion() + " " + object.name().kind(), 1, Integer::sum);
        }
        if (!kinds.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("kinds", kinds)
                    .log("The store has objects of kinds that aren't registered; they are kept and can't be seen");
        }
    }

    private void restore(RawObject raw) {
        Kind<?> kind = form.kind(raw.name());
        if (kind == null) {
            unknown.put(raw);
        } else {
            restore(kind, raw);
        }
    }

    private <R extends Resource<R>> void restore(Kind<R> kind, RawObject raw) {
        StoredObject<R> object = form.read(kind, raw);
        objects.add(object);
        remember(raw.name(), object.applied());
    }

    private void remember(ObjectName name, Map<String, ?> managers) {
        if (managers.isEmpty()) {
            applied.remove(name);
        } else {
            applied.put(name, managers);
        }
    }

    private JournaledCommit commit(RawCommit raw) {
        List<JournaledChange<?>> changes = new ArrayList<>(raw.changes().size());
        for (RawChange change : raw.changes()) {
            Kind<?> kind = form.kind(change.name());
            if (kind == null) {
                unknown.apply(raw.revision(), change);
            } else {
                changes.add(change(kind, change));
            }
        }
        return new JournaledCommit(raw.revision(), raw.cause(), changes, null);
    }

    private <R extends Resource<R>> JournaledChange<R> change(Kind<R> kind, RawChange change) {
        RawValue value = change.value();
        StoredObject<R> after = value == null ? null : after(kind, change, value);
        remember(change.name(), after == null ? Map.of() : after.applied());
        return new JournaledChange<>(kind, change.name().key(), null, after);
    }

    private <R extends Resource<R>> StoredObject<R> after(Kind<R> kind, RawChange change, RawValue value) {
        R object = form.read(kind, change.name(), value.object());
        return new StoredObject<>(
                object,
                change.appliedAsBefore() ? appliedBefore(change.name()) : form.readApplied(kind, change.name(), value));
    }

    @SuppressWarnings("unchecked")
    private <R extends Resource<R>> Map<String, R> appliedBefore(ObjectName name) {
        return (Map<String, R>) applied.getOrDefault(name, Map.of());
    }
}
