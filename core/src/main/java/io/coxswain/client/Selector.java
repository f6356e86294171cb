package io.coxswain.client;

import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.error.BadRequestException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.selector.FieldSelection;
import io.coxswain.selector.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which objects of a kind a selection means: the same for lists, watches and caches. The accessors of fields are
 * looked up once. Immutable.
 *
 * @param <R> the record of the kind
 */
public final class Selector<R extends Resource<R>> {
    private final Selection selection;
    private final @Nullable String owner;
    private final boolean all;
    private final List<Field<R>> fields = new ArrayList<>();

    private record Field<R>(Function<R, String> value, FieldSelection.Term term) {}

    /**
     * Makes one.
     *
     * @throws BadRequestException if the kind has no such selectable field; names those that it has
     */
    public Selector(Kind<R> kind, Selection selection) {
        this(kind, selection, null);
    }

    /** What has an owner of this uid. */
    public static <R extends Resource<R>> Selector<R> ownedBy(Kind<R> kind, String uid) {
        return new Selector<>(kind, Selection.all(), uid);
    }

    /** What a precondition is about. */
    public static <R extends Resource<R>> Selector<R> of(Kind<R> kind, Precondition.Unchanged list) {
        return new Selector<>(kind, list.selection(), list.owner().isEmpty() ? null : list.owner());
    }

    private Selector(Kind<R> kind, Selection selection, @Nullable String owner) {
        this.selection = selection;
        this.owner = owner;
        this.all = owner == null && selection.isEverything();
        for (FieldSelection.Term term : selection.fields().terms()) {
            Function<R, String> value = value(kind, selection, term.field());
            fields.add(new Field<>(value, term));
        }
    }

    /**
     * Refuses a selection by other fields than those that can be selected.
     *
     * @throws BadRequestException if the kind has no such selectable field; names those that it has
     */
    public static void requireSelectable(Kind<?> kind, Selection selection) {
        for (FieldSelection.Term term : selection.fields().terms()) {
            value(kind, selection, term.field());
        }
    }

    private static <R extends Resource<R>> Function<R, String> value(Kind<R> kind, Selection selection, String path) {
        Function<R, String> value = kind.selectableFields().get(path);
        if (value == null) {
            throw new BadRequestException(
                    "Field selector " + selection.fields() + ": field label not supported: " + path
                            + " is not a selectable field of " + kind + ": use one of "
                            + String.join(", ", kind.selectableFields().keySet()));
        }
        return value;
    }

    /** Whether every object is meant. */
    public boolean isAll() {
        return all;
    }

    /** Whether this object is meant. */
    public boolean matches(R object) {
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
        for (Field<R> field : fields) {
            if (!field.term.matches(field.value.apply(object))) {
                return false;
            }
        }
        return true;
    }
}
