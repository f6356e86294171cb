package io.coxswain.store.memory;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** An idler with its room, and a committer's side of both. */
final class Sleeper extends Idler implements WaitingRoom.WakeUps {
    private final WaitingRoom room;
    private final AtomicInteger steps = new AtomicInteger();
    private final Queue<Idler> later = new ArrayDeque<>(1);
    private final Queue<Runnable> rounds = new ConcurrentLinkedQueue<>();
    private volatile long head;
    private volatile long dispatched;
    private volatile boolean requested;

    Sleeper() {
        this(new WaitingRoom());
    }

    Sleeper(WaitingRoom room) {
        this.room = room;
        livesIn(room);
        room.enter();
    }

    Sleeper amongMany() {
        for (int i = 0; i < WaitingRoom.FEW; i++) {
            room.enter();
        }
        return this;
    }

    WaitingRoom room() {
        return room;
    }

    void dueFor(long revision) {
        room.wake(revision, this);
    }

    void commit() {
        head = 1;
        room.wake(1, this);
        dispatched = 1;
        for (Idler idler = later.poll(); idler != null; idler = later.poll()) {
            idler.queueStep();
        }
    }

    void request() {
        requested = true;
        nudge();
    }

    void runRounds() {
        for (Runnable round = rounds.poll(); round != null; round = rounds.poll()) {
            round.run();
        }
    }

    int steps() {
        return steps.get();
    }

    @Override
    boolean hasNews(long position) {
        return head >= position || requested;
    }

    @Override
    long dispatched() {
        return dispatched;
    }

    @Override
    void queueStep() {
        steps.incrementAndGet();
    }

    @Override
    public void runLater(Idler idler) {
        later.add(idler);
    }

    @Override
    public Executor rounds() {
        return rounds::add;
    }
}
