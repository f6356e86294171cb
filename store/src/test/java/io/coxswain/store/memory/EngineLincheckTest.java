package io.coxswain.store.memory;

import io.coxswain.client.Cause;
import io.coxswain.conformance.Interleavings;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Widget;
import java.time.Duration;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads against commits and compaction: linearizable, and a snapshot shows its revision or says that it expired. Run by
 * {@code mvn -pl store -am test -Dtest=EngineLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class EngineLincheckTest {

    @Test
    @EnabledIfSystemProperty(named = "coxswain.effort", matches = "ci|long", disabledReason = "takes a minute")
    void readsAreLinearizable() {
        Interleavings.allAreRight(
                Real.class, 25, "put : put compact | get get | snapshot", "put : delete compact put | get | get");
    }

    @Test
    void twinThatCutsBeforeItSaysSoShowsNothing() {
        Interleavings.oneIsWrong(CutsFirst.class, "put put : compact | snapshot");
    }

    /** The engine, whose baton belongs to one of the threads. */
    public static class Real {
        private static final ResourceKey KEY = Widget.key("a");

        private final HandEnvironment environment = new HandEnvironment();
        private final Engine engine = new Engine(environment, 64, Duration.ofHours(1), 1, 0, List.of());
        private final KindTable<Widget> table = engine.table(Widget.KIND);

        @Operation(nonParallelGroup = "baton")
        public void put() {
            long revision = engine.nextRevision();
            Entry<Widget> entry = table.entry(KEY);
            Widget widget = Widget.of("a", (int) revision);
            apply(Change.put(table, KEY, entry, before(entry), StoredObject.of(widget), revision), revision);
        }

        @Operation(nonParallelGroup = "baton")
        public void delete() {
            long revision = engine.nextRevision();
            Entry<Widget> entry = table.entry(KEY);
            StoredObject<Widget> before = before(entry);
            if (entry != null && before != null) {
                apply(Change.delete(table, entry, before, revision), revision);
            }
        }

        private void apply(Change<Widget> change, long revision) {
            engine.apply(new Commit(revision, new Change<?>[] {change}, Cause.UNKNOWN));
            engine.publish(revision);
        }

        private static @Nullable StoredObject<Widget> before(@Nullable Entry<Widget> entry) {
            Version<Widget> newest = entry == null ? null : entry.newest();
            return newest == null ? null : newest.object;
        }

        @Operation(nonParallelGroup = "baton")
        public void compact() {
            engine.compaction.upTo(engine.head());
            engine.compaction.run();
        }

        @Operation
        public int get() {
            StoredObject<Widget> found = engine.get(Widget.KIND, KEY);
            return found == null ? 0 : found.resource().size();
        }

        /** Nothing was ever deleted in the histories in which this is used. */
        @Operation
        public void snapshot() {
            long revision = engine.head();
            Entry<Widget> entry = table.entry(KEY);
            StoredObject<Widget> found = entry == null ? null : entry.at(revision);
            long shown = found == null ? 0 : found.resource().size();
            if (shown != revision && engine.oldestRevision() <= revision) {
                Interleavings.violated("revision " + revision + " shows " + shown);
            }
        }
    }

    /** Versions and the oldest revision alone, with the steps of compaction the wrong way round. */
    public static class CutsFirst {
        private final Entry<Widget> entry = new Entry<>(Widget.key("a"));
        private volatile long head;
        private volatile long oldest;

        @Operation(nonParallelGroup = "baton")
        public void put() {
            long revision = head + 1;
            entry.push(revision, StoredObject.of(Widget.of("a", (int) revision)));
            head = revision;
        }

        @Operation(nonParallelGroup = "baton")
        public void compact() {
            entry.trim(head);
            oldest = head;
        }

        /** Of the revision before the newest. */
        @Operation
        public void snapshot() {
            long revision = head - 1;
            if (revision > 0 && entry.at(revision) == null && oldest <= revision) {
                Interleavings.violated("revision " + revision + " shows nothing");
            }
        }
    }
}
