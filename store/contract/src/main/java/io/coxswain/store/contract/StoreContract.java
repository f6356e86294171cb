package io.coxswain.store.contract;

import io.coxswain.api.Kinds;
import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import java.util.Set;

/**
 * What every {@link Store} must pass. An engine's test extends this and says how the engine is opened; everything else has a
 * default.
 *
 * <p>Each sentence of the Javadoc of {@code Store}, {@code StoreSnapshot}, {@code StoreTransaction}, {@code StoreOutcome} and
 * {@code Watch} has a test here, which one finds by its name. Clients on real threads and in simulated schedules are recorded,
 * and their histories judged by the checks of {@link io.coxswain.store.history}. Tests of real threads carry the tag
 * {@code threads}.
 */
public abstract class StoreContract extends SimulationContract {

    /** The kinds that the suite stores, for engines that have to know them. */
    public static Kinds kinds() {
        return Kinds.of(Widget.KIND, Gadget.KIND, Lease.KIND);
    }

    /** For the test of an engine. */
    protected StoreContract() {}

    /**
     * Opens a new store without objects, at revision 0. The suite closes it.
     *
     * <p>The store must not compact by itself in the course of a test, which writes at most 5,000 revisions, or 100,000 with
     * {@code -Dcoxswain.effort=ci}, and falls behind by 3,000 at most.
     */
    @Override
    protected abstract Store open(Environment environment);

    /** What the engine promises beyond the contract; by default that it can be simulated. */
    @Override
    protected Set<StorePromise> promises() {
        return super.promises();
    }

    /**
     * For {@link StorePromise#RETAINS_COUNT}: opens a new store that compacts by itself and keeps at least so many commits, and
     * a few hundred more at most.
     */
    @Override
    protected Store openRetaining(Environment environment, int commits) {
        return super.openRetaining(environment, commits);
    }

    /** For {@link StorePromise#DURABLE}: opens what the store left behind that was opened last and is closed now. */
    @Override
    protected Store reopen(Environment environment) {
        return super.reopen(environment);
    }

    /** The environment of the tests that don't make their own; by default the real one. It is closed if it can be. */
    @Override
    protected Environment environment() {
        return super.environment();
    }
}
