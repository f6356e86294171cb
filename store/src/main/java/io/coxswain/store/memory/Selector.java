package io.coxswain.store.memory;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.FieldSelection;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides which objects of a kind a selection means; the fields' accessors are looked up once. */
final class Selector<R extends Resource<R>> {
    private final Selection selection;
    private final @Nullable String owner;
    private final boolean all;
    private final List<Term<R>> fields = new ArrayList<>();

    private record Term<R>(Function<R, String> value, String compared, boolean equal) {}

    /** @throws BadRequestException if a field can't be selected by */
    Selector(Kind<R> kind, Selection selection) {
        this(kind, selection, null);
    }

    /** What belongs to an owner. */
    static <R extends Resource<R>> Selector<R> ownedBy(Kind<R> kind, String uid) {
        return new Selector<>(kind, Selection.all(), uid);
    }

    private Selector(Kind<R> kind, Selection selection, @Nullable String owner) {
        this.selection = selection;
        this.owner = owner;
        this.all = owner == null && selection.isEverything();
        for (FieldSelection.Term term : selection.fields().terms()) {
            Function<R, String> value = kind.selectableFields().get(term.field());
            if (value == null) {
                throw new BadRequestException("Field selector " + selection.fields() + ": " + term.field()
                        + " is not a selectable field of " + kind + ": use one of "
                        + String.join(", ", kind.selectableFields().keySet()));
            }
            fields.add(new Term<>(value, term.value(), term.comparison() == FieldSelection.Comparison.EQUAL));
        }
    }

    boolean isAll() {
        return all;
    }

    boolean matches(R object) {
        if (all) {
            return true;
        }
        String namespace = selection.namespace();
        return (namespace == null || namespace.equals(object.metadata().namespace()))
                && selection.labels().matches(object.metadata().labels())
                && fieldsMatch(object)
                && (owner == null || isOwned(object, owner));
    }

    private static boolean isOwned(Resource<?> object, String owner) {
        for (OwnerReference reference : object.metadata().ownerReferences()) {
            if (reference.uid().equals(owner)) {
                return true;
            }
        }
        return false;
    }

    private boolean fieldsMatch(R object) {
        for (Term<R> term : fields) {
            if (term.value.apply(object).equals(term.compared) != term.equal) {
                return false;
            }
        }
        return true;
    }
}
