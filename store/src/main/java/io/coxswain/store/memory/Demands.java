package io.coxswain.store.memory;

import io.coxswain.client.Selector;
import io.coxswain.resource.Kind;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.FieldSelection;
import io.coxswain.selector.LabelRequirement;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a selection demands to the letter, so that the objects can be looked up, and waited for, by it. The rest of the
 * selection is left to {@link Selector}.
 *
 * @param nothing whether no object can be selected
 * @param namespace the only namespace; {@code null}: any
 * @param name the only name; {@code null}: any
 * @param others fields and labels that must have one certain value, fields first
 */
record Demands(
        boolean nothing,
        @Nullable String namespace,
        @Nullable String name,
        List<Demand> others) {
    private static final String NAME = "metadata.name";
    private static final String NAMESPACE = "metadata.namespace";

    /** One value of one aspect. */
    record Demand(Aspect aspect, String value) {}

    static Demands of(Selection selection) {
        String namespace = selection.namespace();
        String name = null;
        boolean nothing = selection.labels().isNothing();
        List<Demand> others = new ArrayList<>();
        for (FieldSelection.Term term : selection.fields().terms()) {
            if (term.comparison() != FieldSelection.Comparison.EQUAL) {
                continue;
            }
            if (term.field().equals(NAME)) {
                nothing |= name != null && !name.equals(term.value());
                name = term.value();
            } else if (term.field().equals(NAMESPACE)) {
                nothing |= namespace != null && !namespace.equals(term.value());
                namespace = term.value();
            } else {
                others.add(new Demand(new Aspect.Field(term.field()), term.value()));
            }
        }
        for (LabelRequirement requirement : selection.labels().requirements()) {
            if (demandsOneValue(requirement)) {
                others.add(new Demand(
                        new Aspect.Label(requirement.key()),
                        requirement.values().get(0)));
            }
        }
        return new Demands(nothing, namespace, name, others);
    }

    /** What belongs to an owner. */
    static Demands ownedBy(String uid) {
        return new Demands(false, null, null, List.of(new Demand(new Aspect.Owner(), uid)));
    }

    private static boolean demandsOneValue(LabelRequirement requirement) {
        return switch (requirement.operator()) {
            case EQUALS, DOUBLE_EQUALS -> true;
            case IN -> requirement.values().size() == 1;
            default -> false;
        };
    }

    /** The only object that can be selected; {@code null} if there may be several. */
    @Nullable
    ResourceKey key(Kind<?> kind) {
        String only = name;
        if (only == null || (namespace == null && kind.isNamespaced())) {
            return null;
        }
        return new ResourceKey(namespace == null ? "" : namespace, only);
    }

    /** What an index can serve: of a name in any namespace it may be one too. */
    List<Demand> indexable() {
        String only = name;
        return only == null ? others : List.of(new Demand(new Aspect.Field(NAME), only));
    }
}
