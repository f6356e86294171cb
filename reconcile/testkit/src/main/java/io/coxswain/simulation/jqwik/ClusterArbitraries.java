package io.coxswain.simulation.jqwik;

import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.LabelSelectorRequirement;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.simulation.Workload;
import io.coxswain.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Values for {@code @Property} tests. They generate what a simulation is about; its schedules and faults are searched and shrunk by the simulation itself, so a property calls
 * {@link io.coxswain.simulation.Simulation#search} with few runs for each of many values.
 */
public final class ClusterArbitraries {
    private static final int MOST_LABELS = 3;
    private static final int MOST_ACTIONS = 6;

    private ClusterArbitraries() {}

    /** Names that every kind accepts (RFC 1123 labels), short ones first. */
    public static Arbitrary<String> names() {
        Arbitrary<String> first = Arbitraries.strings().withCharRange('a', 'z').ofLength(1);
        Arbitrary<String> rest = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMaxLength(10);
        return Combinators.combine(first, rest).as(String::concat);
    }

    /** Labels of a few keys and values, so that selectors meet some. */
    public static Arbitrary<Map<String, String>> labels() {
        Arbitrary<String> keys = Arbitraries.of("app", "tier", "example.com/zone");
        Arbitrary<String> values = Arbitraries.of("", "a", "b", "web-1");
        return Arbitraries.maps(keys, values).ofMaxSize(MOST_LABELS).map(LinkedHashMap::new);
    }

    /** Selectors over the keys and values of {@link #labels()}; valid ones. */
    public static Arbitrary<LabelSelector> labelSelectors() {
        Arbitrary<String> keys = Arbitraries.of("app", "tier", "example.com/zone");
        Arbitrary<List<String>> values = Arbitraries.of("", "a", "b", "web-1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .uniqueElements();
        Arbitrary<LabelSelectorRequirement> among =
                Combinators.combine(keys, Arbitraries.of("In", "NotIn"), values).as(LabelSelectorRequirement::new);
        Arbitrary<LabelSelectorRequirement> present = Combinators.combine(
                        keys, Arbitraries.of("Exists", "DoesNotExist"))
                .as((key, operator) -> new LabelSelectorRequirement(key, operator, List.of()));
        Arbitrary<List<LabelSelectorRequirement>> requirements =
                Arbitraries.oneOf(among, present).list().ofMaxSize(2);
        return Combinators.combine(requirements, labels()).as(LabelSelector::new);
    }

    /** Amounts of CPU, memory and others, in all forms in which people write them. */
    public static Arbitrary<Quantity> quantities() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 4096);
        Arbitrary<String> suffixes = Arbitraries.of("", "m", "k", "M", "G", "Ki", "Mi", "Gi");
        return Combinators.combine(numbers, suffixes).as((number, suffix) -> Quantity.parse(number + suffix));
    }

    /** The metadata of an object in namespace {@code default}. */
    public static Arbitrary<ObjectMeta> metadata(Arbitrary<String> names) {
        return Combinators.combine(names, labels())
                .as((name, labels) -> ObjectMeta.named("default", name).withLabels(labels));
    }

    /** Resources of a kind. */
    public static <S, R extends Resource<R>> Arbitrary<R> resources(
            Arbitrary<String> names, Arbitrary<S> specs, BiFunction<ObjectMeta, S, R> make) {
        return Combinators.combine(metadata(names), specs).as(make::apply);
    }

    /** Chains of actions on objects of a kind, each of which makes sense after those before: what doesn't exist is created, what exists is edited or deleted. */
    public static <R extends Resource<R>> Arbitrary<Consumer<Workload>> actions(
            Kind<R> kind, Arbitrary<R> objects, Arbitrary<UnaryOperator<R>> edits) {
        Arbitrary<Action<R>> action = Combinators.combine(
                        objects,
                        edits,
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(3, true), net.jqwik.api.Tuple.of(1, false)))
                .as(Action::new);
        return action.list().ofMinSize(1).ofMaxSize(MOST_ACTIONS).map(list -> new Chain<>(kind, new ArrayList<>(list)));
    }

    private record Action<R>(R object, UnaryOperator<R> edit, boolean keeps) {}

    private record Chain<R extends Resource<R>>(Kind<R> kind, List<Action<R>> actions) implements Consumer<Workload> {
        @Override
        public void accept(Workload workload) {
            Set<String> present = new LinkedHashSet<>();
            for (Action<R> action : actions) {
                String name = action.object.metadata().name();
                if (present.add(name)) {
                    workload.create(action.object);
                } else if (action.keeps) {
                    workload.edit(kind, name, action.edit);
                } else {
                    workload.delete(kind, name);
                    present.remove(name);
                }
            }
        }
    }
}
