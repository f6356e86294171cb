package io.coxswain.simulation;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.Event;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A watch of an actor: every event is a point at which the watch may fall behind or end. */
final class Relay<R extends Resource<R>> implements WatchListener<R>, Watch {
    private static final Set<Fault> OFFERED =
            EnumSet.of(Fault.LAG, Fault.MERGE, Fault.EXPIRE, Fault.BREAK, Fault.DUPLICATE, Fault.LOSE);

    private final ActorEnvironment life;
    private final World world;
    private final Kind<R> kind;
    private final Executor on;
    private final WatchListener<R> listener;
    private final boolean quiet;
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final Watch inner;

    private boolean holding;
    private boolean missing;
    private boolean ended;

    Relay(
            ActorEnvironment life,
            Kind<R> kind,
            Executor on,
            WatchListener<R> listener,
            Function<Relay<R>, Watch> begin) {
        this.life = life;
        this.kind = kind;
        this.on = on;
        this.listener = listener;
        world = life.actor().world();
        quiet = kind.equals(Event.KIND) || kind.equals(Lease.KIND);
        Duration stale = life.stale(kind);
        if (!stale.isZero()) {
            hold(stale);
        }
        if (life.isCutOff()) {
            holding = true;
        }
        inner = begin.apply(this);
        life.add(this);
    }

    /** Keeps what comes from now on for a while. */
    void hold(Duration time) {
        if (!holding) {
            holding = true;
            world.later(time, this::release);
        }
    }

    /** Delivers what was kept. */
    void release() {
        if (holding && !life.isCutOff()) {
            on.execute(this::catchUp);
        }
    }

    private void catchUp() {
        holding = false;
        if (missing) {
            missing = false;
            held.clear();
            end(new WatchEnd.Expired(world.revision()));
        }
        for (Runnable call = held.poll(); call != null && !ended; call = held.poll()) {
            call.run();
        }
    }

    @Override
    public void onEvents(List<WatchEvent<R>> wholeCommits) {
        if (ended) {
            return;
        }
        if (holding) {
            held.add(() -> listener.onEvents(wholeCommits));
            return;
        }
        if (!quiet && world.mayDeviate(life.actor())) {
            for (WatchEvent<R> event : wholeCommits) {
                Point point = life.actor()
                        .point(
                                "watch",
                                kind,
                                event.object().key(),
                                event.object().metadata().name());
                Deviation deviation = life.actor().deviation(point, OFFERED);
                if (deviation != null) {
                    world.note(life.actor().name(), () -> "! " + deviation);
                    deviate(deviation.fault(), event, wholeCommits);
                    return;
                }
            }
        }
        listener.onEvents(wholeCommits);
    }

    private void deviate(Fault fault, WatchEvent<R> at, List<WatchEvent<R>> events) {
        List<WatchEvent<R>> before = select(events, event -> event.revision() < at.revision());
        List<WatchEvent<R>> rest = select(events, event -> event.revision() >= at.revision());
        deliver(before);
        switch (fault) {
            case LAG, MERGE -> {
                missing = fault == Fault.MERGE;
                held.add(() -> listener.onEvents(rest));
                hold(World.LAG);
            }
            case EXPIRE -> end(new WatchEnd.Expired(world.revision()));
            case BREAK -> end(new WatchEnd.Failed(new ServiceUnavailableException("the watch broke")));
            case DUPLICATE -> {
                deliver(rest);
                deliver(rest);
            }
            case LOSE -> deliver(select(rest, event -> event != at));
            default -> throw new IllegalStateException("fault " + fault + " at an event");
        }
    }

    private List<WatchEvent<R>> select(List<WatchEvent<R>> events, java.util.function.Predicate<WatchEvent<R>> which) {
        return events.stream().filter(which).toList();
    }

    private void deliver(List<WatchEvent<R>> events) {
        if (!events.isEmpty()) {
            listener.onEvents(events);
        }
    }

    @Override
    public void onBookmark(long revision) {
        if (holding) {
            held.add(() -> listener.onBookmark(revision));
        } else if (!ended) {
            listener.onBookmark(revision);
        }
    }

    @Override
    public void onEnd(WatchEnd cause) {
        if (!ended) {
            ended = true;
            life.remove(this);
            listener.onEnd(cause);
        }
    }

    private void end(WatchEnd cause) {
        onEnd(cause);
        close();
    }

    @Override
    public void requestBookmark() {
        inner.requestBookmark();
    }

    @Override
    public void close() {
        inner.close();
        if (life.isDead()) {
            ended = true;
        }
    }
}
