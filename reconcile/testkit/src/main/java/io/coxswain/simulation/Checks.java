package io.coxswain.simulation;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.api.core.v1.Event;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.StoreOutcome;
import io.coxswain.store.StoreTransaction;
import io.coxswain.store.StoredObject;
import io.coxswain.store.Write;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is looked at in a run at every commit: the test's own properties and those that hold for every controller. */
final class Checks {
    private final World world;
    private final Simulation declared;
    private final Map<String, Long> observed = new LinkedHashMap<>();
    private final Map<ResourceKey, Holder> leases = new LinkedHashMap<>();
    private final Set<String> leaders = new LinkedHashSet<>();

    /** Who holds a lease. */
    private record Holder(String identity, String life) {}

    Checks(World world, Simulation declared) {
        this.world = world;
        this.declared = declared;
    }

    private boolean isOn(FreeCheck check) {
        return !declared.unchecked().contains(check);
    }

    private void violated(FreeCheck check, String message) {
        world.violated(Violation.of(check.text(), message));
    }

    /** An actor deletes an object. */
    void deletes(Actor actor, Kind<?> kind, ResourceKey key, DeleteOptions options) {
        if (actor.role() == Actor.Role.UNDER_TEST
                && isOn(FreeCheck.DELETE_NAMES_UID)
                && options.uid().isEmpty()
                && options.revision() == 0) {
            violated(
                    FreeCheck.DELETE_NAMES_UID,
                    actor.name() + " deletes " + Names.of(kind, key)
                            + " by its name alone: another object may have that name by now; use context.delete(read)");
        }
    }

    void swallowed(String controller, ResourceKey key, String point) {
        if (isOn(FreeCheck.UNANSWERED_IS_NOT_SUCCESS)) {
            violated(
                    FreeCheck.UNANSWERED_IS_NOT_SUCCESS,
                    "controller " + controller + " had no answer to " + point + " and was done with " + key
                            + ": let the exception pass, return retryWithBackoff(...), or declare without(FreeCheck."
                            + FreeCheck.UNANSWERED_IS_NOT_SUCCESS + ")");
        }
    }

    void startsThread(String controller, ResourceKey key) {
        if (isOn(FreeCheck.OWN_THREADS)) {
            violated(
                    FreeCheck.OWN_THREADS,
                    "controller " + controller + " started a thread while it reconciled " + key
                            + ": use context.environment().workers(...) or do it on the thread of the call");
        }
    }

    /** A reconcile still fails though all has come to rest. */
    void lastingFailure(String what, Exception failure) {
        if (isOn(FreeCheck.NO_LASTING_FAILURE)) {
            world.violated(new Violation(
                    FreeCheck.NO_LASTING_FAILURE.text(),
                    what + " though faults have stopped: " + failure
                            + ": throw a TerminalException for what only an edit can mend, or declare without(FreeCheck."
                            + FreeCheck.NO_LASTING_FAILURE + ")",
                    failure));
        }
    }

    /** A mapper or predicate threw, and so a change led to no reconcile. */
    void lostChange(String what) {
        if (isOn(FreeCheck.NO_LASTING_FAILURE)) {
            violated(FreeCheck.NO_LASTING_FAILURE, what);
        }
    }

    /**
     * Looks at a commit.
     *
     * @param life which life of which actor made it; empty for the user
     */
    void committed(String life, StoreTransaction transaction, StoreOutcome.Applied applied) {
        if (isOn(FreeCheck.NO_WRITE_AFTER_LEASE)) {
            leases(life, transaction, applied);
        }
        if (isOn(FreeCheck.OBSERVED_GENERATION)) {
            generations(transaction, applied);
        }
        always(applied.revision());
    }

    /** Something changed outside. */
    void outside() {
        always(world.revision());
    }

    private void always(long revision) {
        Map<String, Predicate<State>> properties = declared.alwaysProperties();
        if (properties.isEmpty()) {
            return;
        }
        State state = world.state(revision);
        properties.forEach((name, property) -> test(name, property, state));
    }

    /** Whether a property holds; one that throws doesn't. */
    static boolean holds(Predicate<State> property, State state) {
        try {
            return property.test(state);
        } catch (RuntimeException | AssertionError e) {
            return false;
        }
    }

    /** Looks whether a property holds; one that throws doesn't. */
    void test(String name, Predicate<State> property, State state) {
        try {
            if (!property.test(state)) {
                world.violated(Violation.of(name, "does not hold at revision " + state.revision()));
            }
        } catch (RuntimeException | AssertionError e) {
            Object what = e instanceof AssertionError ? e.getMessage() : e;
            world.violated(new Violation(name, "at revision " + state.revision() + ": " + what, e));
        }
    }

    private void leases(String life, StoreTransaction transaction, StoreOutcome.Applied applied) {
        Write other = null;
        for (int i = 0; i < transaction.writes().size(); i++) {
            Write write = transaction.writes().get(i);
            if (write.kind().equals(Lease.KIND)) {
                StoredObject<?> stored = applied.results().get(i);
                if (stored != null && stored.resource() instanceof Lease lease) {
                    holds(life, lease);
                }
            } else if (!write.kind().equals(Event.KIND)) {
                other = write;
            }
        }
        if (other != null && !life.isEmpty()) {
            for (Map.Entry<ResourceKey, Holder> lease : leases.entrySet()) {
                mayWrite(life, lease.getKey(), lease.getValue(), other, applied.revision());
            }
        }
    }

    private void mayWrite(String life, ResourceKey lease, Holder holder, Write write, long revision) {
        if (!holder.life.equals(life) && leaders.contains(life + " " + lease)) {
            violated(
                    FreeCheck.NO_WRITE_AFTER_LEASE,
                    life + " wrote " + Names.of(write.kind(), write.key()) + " at revision " + revision + " while "
                            + (holder.identity.isEmpty() ? "nobody" : holder.identity) + " held lease " + lease
                            + ": fence the leader's writes");
        }
    }

    private void holds(String life, Lease lease) {
        String identity = lease.spec().holderIdentity();
        Holder before = leases.get(lease.key());
        if (identity == null || identity.isEmpty()) {
            leases.put(lease.key(), new Holder("", ""));
        } else if (before == null || !before.identity.equals(identity)) {
            leases.put(lease.key(), new Holder(identity, life));
            leaders.add(life + " " + lease.key());
        }
    }

    private void generations(StoreTransaction transaction, StoreOutcome.Applied applied) {
        List<Write> writes = transaction.writes();
        for (int i = 0; i < writes.size(); i++) {
            StoredObject<?> stored = applied.results().get(i);
            if (stored == null || writes.get(i) instanceof Write.Delete) {
                continue;
            }
            Resource<?> object = stored.resource();
            long now = ObservedGeneration.of(object);
            if (now < 0) {
                continue;
            }
            Long before = observed.put(object.metadata().uid(), now);
            if (before != null && now < before) {
                violated(
                        FreeCheck.OBSERVED_GENERATION,
                        Names.of(object) + ": fell from " + before + " to " + now + " at revision "
                                + applied.revision());
            }
        }
    }
}
