package io.coxswain.store.mutant;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.memory.JournaledCommit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A store that breaks one guarantee.
 *
 * @param name what it does
 * @param store makes it of a store that keeps them all
 * @param journal what it makes of its journal when it is opened again
 */
public record Mutant(
        String name, BiFunction<Store, Environment, Store> store, UnaryOperator<List<JournaledCommit>> journal) {

    static Mutant of(String name, UnaryOperator<Store> store) {
        return of(name, (real, environment) -> store.apply(real));
    }

    static Mutant of(String name, BiFunction<Store, Environment, Store> store) {
        return new Mutant(name, store, journal -> journal);
    }

    static Mutant reopened(String name, UnaryOperator<List<JournaledCommit>> journal) {
        return new Mutant(name, (real, environment) -> real, journal);
    }

    /** A store that breaks nothing. */
    public static Mutant none() {
        return of("none", (UnaryOperator<Store>) real -> new ForwardingStore(real));
    }

    public static List<Mutant> all() {
        return Stream.of(
                        TransactionMutants.all(),
                        ReadMutants.all(),
                        CompactionMutants.all(),
                        WatchMutants.all(),
                        SubscriberMutants.all(),
                        LifecycleMutants.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
