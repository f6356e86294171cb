package io.coxswain.store.contract;

import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.error.ExpiredException;
import io.coxswain.resource.Precondition;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What one client does: writes of all sorts to few objects, so that clients meet, and reads of all sorts. */
final class Workload {
    /** Few enough for rivalry, enough for the cap of the linearizability check. */
    static final int OBJECTS = 8;

    private final Environment environment;
    private final Store store;
    private final RandomGenerator random;

    Workload(Environment environment, Store store, RandomGenerator random) {
        this.environment = environment;
        this.store = store;
        this.random = random;
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
    }

    /** Lets virtual time pass, so that clients interleave. */
    void runWithPauses(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
            CompletableFuture<@Nullable Void> later = new CompletableFuture<>();
            environment.schedule(
                    Duration.ofMillis(random.nextInt(4)), environment.serial("pause"), () -> later.complete(null));
            environment.await(later, StoreFixture.LIMIT);
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 30) {
            commit(List.of(), put());
        } else if (dice < 40) {
            commit(List.of(), Widget.delete(name()));
        } else if (dice < 55) {
            compareAndSet();
        } else if (dice < 62) {
            createOrDeleteGuarded();
        } else if (dice < 75) {
            commit(List.of(), twoWrites());
        } else if (dice < 92) {
            store.get(Widget.KIND, Widget.key(name()));
        } else {
            read();
        }
    }

    private String name() {
        return "w" + random.nextInt(OBJECTS);
    }

    private Write put() {
        return put(name());
    }

    private Write put(String name) {
        Widget widget = Widget.of("default", name, random.nextInt(4), "p" + random.nextInt(2));
        Widget born = random.nextInt(8) == 0 ? widget.withUid("uid-" + name + "-" + random.nextInt(2)) : widget;
        return Widget.put(random.nextBoolean() ? born.labelled("app", "a" + random.nextInt(2)) : born);
    }

    private Write[] twoWrites() {
        int first = random.nextInt(OBJECTS);
        String second = "w" + (first + 1 + random.nextInt(OBJECTS - 1)) % OBJECTS;
        return new Write[] {put("w" + first), random.nextInt(3) == 0 ? Widget.delete(second) : put(second)};
    }

    private void commit(List<Precondition> conditions, Write... writes) {
        StoreTransaction transaction = new StoreTransaction(conditions, List.of(writes), Cause.UNKNOWN);
        environment.await(store.commit(transaction), StoreFixture.LIMIT);
    }

    private void compareAndSet() {
        String name = name();
        StoredObject<Widget> read = store.get(Widget.KIND, Widget.key(name));
        long revision = read == null ? 0 : read.resource().metadata().resourceVersion();
        commit(List.of(new Precondition.RevisionEquals(Widget.KIND, Widget.key(name), revision)), put(name));
    }

    private void createOrDeleteGuarded() {
        String name = name();
        List<Precondition> conditions = new ArrayList<>();
        switch (random.nextInt(3)) {
            case 0 -> conditions.add(new Precondition.Absent(Widget.KIND, Widget.key(name)));
            case 1 -> conditions.add(new Precondition.Present(Widget.KIND, Widget.key(name)));
            default -> conditions.add(new Precondition.UidEquals(Widget.KIND, Widget.key(name), "uid-" + name));
        }
        commit(conditions, random.nextBoolean() ? put(name) : Widget.delete(name));
    }

    private void read() {
        try {
            switch (random.nextInt(4)) {
                case 0 -> store.snapshot().list(Widget.KIND, Selection.all());
                case 1 -> store.snapshot().list(Widget.KIND, Selection.all().field("place", "p1"));
                case 2 -> pages(store.snapshot());
                default -> readThePast();
            }
        } catch (ExpiredException compacted) {
            // compaction goes on beside this
        }
    }

    private void pages(StoreSnapshot snapshot) {
        StorePage<Widget> page = snapshot.page(Widget.KIND, Selection.all(), null, 2);
        while (page.more()) {
            Widget last = page.items().get(page.items().size() - 1);
            page = snapshot.page(Widget.KIND, Selection.all(), last.key(), 3);
        }
    }

    private void readThePast() {
        long newest = store.revision();
        StoreSnapshot past = store.snapshot(Math.max(store.oldestRevision(), newest - random.nextInt(5)));
        past.get(Widget.KIND, Widget.key(name()));
        past.list(Widget.KIND, Selection.all());
    }
}
