package io.coxswain.simulation;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.NotFoundException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Drives a run: what the user does, faults while all is quiet, then calm, and whether all comes to rest as it should. Steps of the simulation's own, which never wait. */
final class Driver {
    /** Nothing was written for so long: all that is going to happen at once has happened. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    /** The user waits no longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than any fault of a process lasts. */
    private static final Duration AFTER_CHAOS = Duration.ofSeconds(25);

    /** Longer than a node is lost. */
    private static final Duration AFTER_NODES = Duration.ofSeconds(75);

    /** Longer than what a reconciler waits that tries again and again. */
    private static final Duration REST = Duration.ofSeconds(60);

    private static final Duration REST_LIMIT = Duration.ofMinutes(20);
    private static final Duration DOWN = Duration.ofSeconds(1);
    private static final Duration UNREACHABLE = Duration.ofSeconds(30);
    private static final Duration NODE_LOST = Duration.ofSeconds(70);
    private static final Duration NODE_RESTART = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int MOST_RETRIES = 300;

    private static final Set<Fault> PROCESS =
            EnumSet.of(Fault.RESTART, Fault.DOWN, Fault.PAUSE, Fault.PARTITION, Fault.CLOCK_STEP, Fault.CLOCK_DRIFT);
    private static final Set<Fault> NODE = EnumSet.of(
            Fault.NODE_LOSS, Fault.NODE_FLAP, Fault.PARTITION, Fault.PAUSE, Fault.CLOCK_STEP, Fault.CLOCK_DRIFT);
    private static final Set<Fault> LEASE = EnumSet.of(Fault.LEADER_LOSS);
    private static final Set<Fault> USER = EnumSet.of(Fault.OVERLAP);

    private final World world;
    private final Simulation declared;
    private final List<Workload.Step> steps;

    private int next;
    private int idles;
    private boolean over;

    /** Whether the user is at a step, which may take several tries; the next one comes after it. */
    private boolean busy;

    private @Nullable Runnable afterwards;

    Driver(World world, Simulation declared) {
        this.world = world;
        this.declared = declared;
        steps = declared.steps();
    }

    boolean isOver() {
        return over;
    }

    /** Whether faults happen to an actor. */
    boolean isTarget(Actor actor) {
        return actor.role() == Actor.Role.UNDER_TEST
                || declared.faults().scope() == Faults.Scope.EVERYTHING
                || !declared.hasControllers();
    }

    void begin() {
        world.actors().forEach(Actor::start);
        settle(QUIET, PATIENCE, this::idle);
    }

    /** Goes on when nothing has been written for a while, or the limit has passed. */
    private void settle(Duration quiet, Duration limit, Runnable then) {
        world.rest().begin();
        long now = world.environment().nanoTime();
        look(now, quiet.toNanos(), now + limit.toNanos(), then);
    }

    private void look(long since, long quiet, long deadline, Runnable then) {
        long now = world.environment().nanoTime();
        long idle = now - Math.max(since, world.rest().lastNanos());
        if (idle >= quiet || now >= deadline) {
            then.run();
        } else {
            world.later(Duration.ofNanos(quiet - idle), () -> look(since, quiet, deadline, then));
        }
    }

    private void idle() {
        idles++;
        boolean disturbed = false;
        for (Actor actor : world.actors()) {
            boolean node = actor.role() == Actor.Role.NODE;
            if (actor.isUp() && (node || isTarget(actor))) {
                Deviation deviation = world.deviation(Point.of(actor.name(), idles), node ? NODE : PROCESS);
                if (deviation != null) {
                    world.note(actor.name(), () -> "! " + deviation);
                    disturb(actor, deviation);
                    disturbed = true;
                }
            }
        }
        disturbed |= depose();
        if (disturbed) {
            settle(QUIET, PATIENCE, this::act);
        } else {
            act();
        }
    }

    private void disturb(Actor actor, Deviation deviation) {
        ActorEnvironment life = actor.life();
        if (life == null) {
            return;
        }
        switch (deviation.fault()) {
            case RESTART -> actor.crash(deviation.back());
            case DOWN -> actor.takeDown();
            case PAUSE -> life.pause(World.LONG);
            case PARTITION -> life.cutOff(UNREACHABLE);
            case NODE_LOSS -> restartNode(actor, NODE_LOST);
            case NODE_FLAP -> restartNode(actor, NODE_RESTART);
            case CLOCK_STEP ->
                actor.clock().step(Duration.ofHours(deviation.variant().startsWith("-") ? -1 : 1));
            case CLOCK_DRIFT ->
                actor.clock().pace(Double.parseDouble(deviation.variant().substring(1)));
            default -> throw new IllegalStateException("fault " + deviation.fault() + " of an idle process");
        }
    }

    private void restartNode(Actor node, Duration downtime) {
        node.kill("loses power");
        world.later(downtime, node::start);
    }

    private boolean depose() {
        boolean deposed = false;
        for (Lease lease : world.state().list(Lease.KIND)) {
            if (lease.metadata().namespace().equals("kube-node-lease")
                    || lease.spec().holderIdentity() == null) {
                continue;
            }
            Deviation deviation = world.deviation(Point.of(Names.of(Lease.KIND, lease.key()), idles), LEASE);
            if (deviation != null) {
                world.note("user", () -> "! " + deviation);
                Integer transitions = lease.spec().leaseTransitions();
                world.perform(
                        null,
                        Point.uncounted("takes " + Names.of(Lease.KIND, lease.key())),
                        () -> world.api()
                                .patch(
                                        Lease.KIND,
                                        lease.key(),
                                        stored -> stored.withSpec(stored.spec()
                                                .withHolderIdentity("somebody-else")
                                                .withLeaseTransitions(transitions == null ? 1 : transitions + 1)
                                                .withRenewTime(
                                                        world.environment().now()))));
                deposed = true;
            }
        }
        return deposed;
    }

    private void act() {
        if (next < steps.size() || busy) {
            startWanted();
        }
        if (busy) {
            afterwards = this::act;
            return;
        }
        if (next == steps.size()) {
            Duration quiet = declared.nodes().isEmpty() ? AFTER_CHAOS : AFTER_NODES;
            settle(quiet, PATIENCE.plus(AFTER_NODES), this::calm);
            return;
        }
        perform(steps.get(next++), this::acted);
    }

    private void startWanted() {
        for (Actor actor : world.actors()) {
            if (actor.isWanted()) {
                world.later(DOWN, actor::start);
            }
        }
    }

    private void acted() {
        if (next < steps.size() && world.deviation(Point.of("user", next), USER) != null) {
            act();
        } else {
            settle(QUIET, PATIENCE, this::idle);
        }
    }

    /** The user acts now, in the middle of something. */
    void actNow() {
        if (next < steps.size() && !busy) {
            perform(steps.get(next++), () -> {});
        }
    }

    private void perform(Workload.Step step, Runnable then) {
        busy = true;
        perform(step, 0, world.firstRevision(), () -> {
            busy = false;
            then.run();
            goOn();
        });
    }

    private void goOn() {
        Runnable waiting = afterwards;
        if (waiting != null) {
            afterwards = null;
            waiting.run();
        }
    }

    /** @param since the first revision in which an object that the step names wasn't looked for yet */
    private void perform(Workload.Step step, int tries, long since, Runnable then) {
        if (!step.pause().isZero()) {
            world.later(step.pause(), then);
            return;
        }
        world.perform(null, Point.uncounted(step.label()), () -> step.call().apply(world.api()))
                .whenComplete((any, failure) -> performed(step, tries, since, unwrapped(failure), then));
    }

    private void performed(Workload.Step step, int tries, long since, @Nullable Throwable failure, Runnable then) {
        if (tries < 2 * MOST_RETRIES && isTooEarly(step, since, failure)) {
            if (tries == MOST_RETRIES) {
                endChaos();
            }
            long looked = world.revision() + 1;
            world.later(RETRY, () -> perform(step, tries + 1, looked, then));
            return;
        }
        if (failure != null) {
            String what = step.label() + ": " + failure.getMessage();
            if (failure instanceof NotFoundException && !world.deviations().isEmpty()) {
                world.note("user", () -> what);
            } else {
                world.violated(new Violation(World.STEPS, what, failure));
            }
        }
        then.run();
    }

    /** Whether a name is still taken, or what is to be changed has never been there: with time that may be otherwise. */
    private boolean isTooEarly(Workload.Step step, long since, @Nullable Throwable failure) {
        if (failure instanceof AlreadyExistsException) {
            return true;
        }
        Workload.Named changed = step.changed();
        return failure instanceof NotFoundException
                && changed != null
                && !world.deviations().isEmpty()
                && !world.wasThere(changed.kind(), changed.key(), since);
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Also for a user who can't go on: faults upon faults may keep a name taken for as long as they come. */
    private void endChaos() {
        world.calmDown();
        world.actors().forEach(Actor::start);
    }

    private void calm() {
        endChaos();
        new Calm(world, declared, () -> over = true).begin(this::settleInCalm);
    }

    private void settleInCalm(Duration quiet, Runnable then) {
        settle(quiet, REST_LIMIT, then);
    }

    static Duration rest() {
        return REST;
    }
}
