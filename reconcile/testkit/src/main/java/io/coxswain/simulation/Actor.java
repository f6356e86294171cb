package io.coxswain.simulation;

import io.coxswain.client.Client;
import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A process of the simulation: a program that is started again after each crash, on a machine with a clock of its own. Belongs to the one thread of control. */
final class Actor {
    /** What becomes of an actor in a run. */
    enum Role {
        /** It runs controllers of the test, so faults happen to it. */
        UNDER_TEST,
        /** It belongs to the control plane. */
        CONTROL_PLANE,
        /** It is a node. */
        NODE
    }

    private static final Duration RESTART = Duration.ofMillis(100);

    private final String name;
    private final Role role;
    private final World world;
    private final Program program;
    private final ActorClock clock;
    private final String prefix;

    // Only looked up, never iterated. Different calls may have the same text.
    private final Map<Call, Point.Place> placesByCall = new HashMap<>();
    private final Map<String, Point.Place> placesByText = new HashMap<>();

    private int starts;
    private boolean wanted;
    private @Nullable ActorEnvironment life;

    /** What is called, or heard of. */
    private record Call(String what, Kind<?> kind, String namespace, String name) {}

    Actor(String name, Role role, World world, Program program) {
        this.name = name;
        this.role = role;
        this.world = world;
        this.program = program;
        clock = new ActorClock(world.environment());
        prefix = name.equals(World.PRINCIPAL) ? "" : name + " ";
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    World world() {
        return world;
    }

    ActorClock clock() {
        return clock;
    }

    boolean isUp() {
        return life != null;
    }

    @Nullable
    ActorEnvironment life() {
        return life;
    }

    /** Starts it with caches as of now. */
    void start() {
        start(0);
    }

    /** Starts it with caches that begin at a revision and stay there for a while; 0: as of now. */
    void start(long staleRevision) {
        if (life != null) {
            return;
        }
        starts++;
        ActorEnvironment begun = new ActorEnvironment(this, name + "." + starts, staleRevision);
        life = begun;
        world.note(name, () -> staleRevision == 0 ? "starts" : "starts, its caches are at revision " + staleRevision);
        begun.enter(() -> program.start(Client.over(new ActorClient(begun, world.api()), begun), begun));
    }

    /** It dies and starts again, with caches that begin so many commits ago. */
    void crash(int back) {
        long stale = back == 0 ? 0 : Math.max(1, world.revision() - back);
        kill("crashes");
        world.later(RESTART, () -> start(stale));
    }

    /** It dies, and is started by somebody else. */
    void kill(String how) {
        ActorEnvironment dying = life;
        if (dying != null) {
            life = null;
            world.note(name, () -> how);
            dying.kill();
        }
    }

    /** It dies, until the user has acted. */
    void takeDown() {
        wanted = true;
        kill("goes down");
    }

    /** Says, once, whether it was taken down and is to start again. */
    boolean isWanted() {
        boolean was = wanted;
        wanted = false;
        return was;
    }

    /** The point of a call of this actor, which has the next ordinal of its kind. */
    Point point(String what, Kind<?> kind, ResourceKey key, String name) {
        Call call = new Call(what, kind, key.namespace(), name);
        Point.Place place = placesByCall.get(call);
        if (place == null) {
            place = place(what + " " + Names.of(kind, new ResourceKey(key.namespace(), name)));
            placesByCall.put(call, place);
        }
        return place.next();
    }

    Point point(String what) {
        return place(what).next();
    }

    private Point.Place place(String what) {
        return placesByText.computeIfAbsent(prefix + what, Point.Place::new);
    }

    /** Asks whether the run deviates at a point of this actor. */
    @Nullable
    Deviation deviation(Point point, Set<Fault> offered) {
        return world.deviation(this, point, offered);
    }

    @Override
    public String toString() {
        return name + (isUp() ? " (up)" : " (down)");
    }
}
