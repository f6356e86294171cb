package io.coxswain.store.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.coxswain.client.Cause;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.environment.Environment;
import io.coxswain.resource.Precondition;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** The store under test and what every group of tests does with it. */
abstract class StoreFixture {
    /** How long a test waits for what has to happen; only a defect makes it wait so long. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private @Nullable Environment environment;
    private @Nullable Store store;

    protected abstract Store open(Environment environment);

    protected Environment environment() {
        return Environment.system();
    }

    protected Set<StorePromise> promises() {
        return Set.of(StorePromise.SIMULATED);
    }

    protected Store openRetaining(Environment environment, int commits) {
        throw new IllegalStateException(
                "The engine promises " + StorePromise.RETAINS_COUNT + ": override openRetaining");
    }

    protected Store reopen(Environment environment) {
        throw new IllegalStateException("The engine promises " + StorePromise.DURABLE + ": override reopen");
    }

    @BeforeEach
    final void openStore() {
        environment = environment();
        store = open(environment);
    }

    @AfterEach
    final void closeStore() throws Exception {
        try {
            store().close();
            env().await(store().closed(), LIMIT);
        } finally {
            if (environment instanceof AutoCloseable simulated) {
                simulated.close();
            }
        }
    }

    final Environment env() {
        return Objects.requireNonNull(environment);
    }

    final Store store() {
        return Objects.requireNonNull(store);
    }

    /** Goes on with another store, which is closed in place of the first. */
    final void use(Store other) {
        store().close();
        store = other;
    }

    final void requirePromise(StorePromise promise) {
        Assumptions.assumeTrue(promises().contains(promise), () -> "the engine doesn't promise " + promise);
    }

    final StoreOutcome commit(List<Precondition> require, Write... writes) {
        return commit(store(), require, writes);
    }

    final StoreOutcome commit(Store on, List<Precondition> require, Write... writes) {
        StoreTransaction transaction = new StoreTransaction(require, List.of(writes), Cause.UNKNOWN);
        return env().await(on.commit(transaction), LIMIT);
    }

    /** Commits what must go through; returns the revision. */
    final long write(Write... writes) {
        return applied(commit(List.of(), writes)).revision();
    }

    static StoreOutcome.Applied applied(StoreOutcome outcome) {
        return assertInstanceOf(StoreOutcome.Applied.class, outcome);
    }

    /** The size of a widget as it is now; -1 if there is none. */
    final int size(String name) {
        StoredObject<Widget> stored = store().get(Widget.KIND, Widget.key(name));
        return stored == null ? -1 : stored.resource().size();
    }

    static List<String> names(List<Widget> widgets) {
        return widgets.stream().map(widget -> widget.metadata().name()).toList();
    }

    final Watch watch(WatchFrom from, Selection selection, WatchListener<Widget> listener) {
        return store().watch(Widget.KIND, from, selection, env().workers("watch", 1), listener);
    }

    final EventRecorder<Widget> watch(WatchFrom from, Selection selection) {
        EventRecorder<Widget> recorder = new EventRecorder<>(env());
        watch(from, selection, recorder);
        return recorder;
    }

    final EventRecorder<Widget> watch(WatchFrom from) {
        return watch(from, Selection.all());
    }

    /** Six revisions: all kinds of events, a transaction of two objects, and one of another kind. */
    final void writeHistory() {
        write(Widget.put("a", 1));
        write(Widget.put("b", 1), Widget.put("c", 1));
        write(Widget.put("a", 2));
        write(Gadget.put("other", 1));
        write(Widget.delete("b"));
        write(Widget.put("b", 2));
    }

    /** What a watch of all widgets sees of it. */
    static final List<String> HISTORY =
            List.of("ADDED a 1", "ADDED b 2", "ADDED c 2", "MODIFIED a 3", "DELETED b 5", "ADDED b 6");

    /** An engine may compact a moment after it was asked; a commit is behind it. */
    final void compact(long revision) {
        store().compact(revision);
        commit(List.of());
    }

    /** How often the randomised tests try, by {@code -Dcoxswain.effort}: {@code small} if it isn't said, {@code ci}, {@code long}. */
    static int effort(int small, int ci) {
        String given = System.getProperty("coxswain.effort", "small");
        return switch (given) {
            case "small" -> small;
            case "ci" -> ci;
            case "long" -> ci * 10;
            default -> throw new IllegalArgumentException("coxswain.effort: " + given + ": must be small, ci or long");
        };
    }
}
