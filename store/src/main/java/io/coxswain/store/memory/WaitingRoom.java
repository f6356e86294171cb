package io.coxswain.store.memory;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where idle subscribers with one interest wait: a stack that is pushed by each of them and emptied as a whole by the
 * baton's holder, who finds nobody in it with one look.
 *
 * <p>A subscriber is in it once at most ({@link Subscriber#enterWaiting} guards that); one that ended or went on by itself
 * stays in it until it is emptied, which does no harm.
 */
final class WaitingRoom {
    private final AtomicReference<@Nullable Subscriber<?>> top = new AtomicReference<>();
    /** The baton holder's: how many subscribers use this room, and how many left it without being taken out. */
    private int users;

    private int leftovers;

    void push(Subscriber<?> subscriber) {
        Subscriber<?> below;
        do {
            below = top.get();
            subscriber.below = below;
        } while (!top.compareAndSet(below, subscriber));
    }

    /** Wakes everybody with the position of a commit that concerns them. */
    void wake(long revision, Engine engine) {
        if (top.get() == null) {
            return;
        }
        Subscriber<?> next = top.getAndSet(null);
        leftovers = 0;
        while (next != null) {
            Subscriber<?> subscriber = next;
            next = subscriber.below;
            subscriber.below = null;
            subscriber.leaveWaiting();
            if (subscriber.wake(revision)) {
                engine.runLater(subscriber);
            }
        }
    }

    void enter() {
        users++;
    }

    /** A subscriber that ended uses the room no more; returns whether nobody does. */
    boolean leave() {
        users--;
        leftovers++;
        if (leftovers > users) {
            sweep();
        }
        return users == 0;
    }

    /** Takes out those that ended. No commit looks for waiters meanwhile, as the baton is held. */
    private void sweep() {
        Subscriber<?> next = top.getAndSet(null);
        leftovers = 0;
        while (next != null) {
            Subscriber<?> subscriber = next;
            next = subscriber.below;
            if (!subscriber.hasEnded()) {
                push(subscriber);
            }
        }
    }
}
