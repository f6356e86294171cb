package io.coxswain.apiserver;

import io.coxswain.admission.AdmissionRequest.Verb;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Committed.Effect;
import io.coxswain.client.Transaction;
import io.coxswain.environment.Environment;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.ApiException;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.InvalidException;
import io.coxswain.error.NotFoundException;
import io.coxswain.merge.ApplyMerge;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.SubresourceHandler;
import io.coxswain.store.StoredObject;
import io.coxswain.value.Ordered;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out operations on a stage, one after the other. Stateless: may be used by any number of attempts at once. */
final class Writes {
    private final Admission admission;
    private final CreateRules creation;
    private final UpdateRules updates;
    private final DeleteRules deletion;
    private final SubresourceHandler<Pod, ?> binding;

    Writes(Environment environment, Admission admission, Supplier<Collection<Kind<?>>> kinds) {
        this.admission = admission;
        creation = new CreateRules(environment);
        updates = new UpdateRules();
        deletion = new DeleteRules(environment, kinds);
        binding = new PodBinding(environment);
    }

    /** @throws BadRequestException if there are too many */
    Script of(List<Operation> operations) {
        if (operations.size() > Transaction.MAX_OPERATIONS) {
            throw new BadRequestException("Transaction with " + operations.size() + " operations: must have at most "
                    + Transaction.MAX_OPERATIONS + ", split it");
        }
        return stage -> runAll(stage, operations);
    }

    /** Goes on after an invalid object, as its author wants to hear of all of them; the first has the others suppressed. */
    private void runAll(Stage stage, List<Operation> operations) {
        InvalidException invalid = null;
        for (Operation operation : operations) {
            try {
                run(stage, operation);
            } catch (InvalidException e) {
                if (invalid == null) {
                    invalid = e;
                } else {
                    invalid.addSuppressed(e);
                }
            } catch (ApiException e) {
                throw invalid == null ? e : invalid;
            }
        }
        if (invalid != null) {
            throw invalid;
        }
    }

    private void run(Stage stage, Operation operation) {
        if (operation instanceof Operation.Create<?> create) {
            create(stage, create);
        } else if (operation instanceof Operation.Update<?> update) {
            update(stage, update);
        } else if (operation instanceof Operation.UpdateStatus<?> update) {
            updateStatus(stage, update);
        } else if (operation instanceof Operation.Apply<?> apply) {
            apply(stage, apply);
        } else if (operation instanceof Operation.Delete delete) {
            delete(stage, delete.kind(), delete);
        } else if (operation instanceof Operation.Replace<?> replace) {
            replace(stage, replace);
        } else {
            throw new IllegalStateException("unknown operation " + operation);
        }
    }

    private <R extends Resource<R>> void create(Stage stage, Operation.Create<R> operation) {
        create(stage, operation.object());
    }

    private <R extends Resource<R>> void update(Stage stage, Operation.Update<R> operation) {
        update(stage, operation.object());
    }

    private <R extends Resource<R>> void updateStatus(Stage stage, Operation.UpdateStatus<R> operation) {
        updateStatus(stage, operation.object());
    }

    private <R extends Resource<R>> void apply(Stage stage, Operation.Apply<R> operation) {
        apply(stage, operation.object(), operation.manager(), operation.conflicts());
    }

    <R extends Resource<R>> void create(Stage stage, R object) {
        Kind<R> kind = object.kind();
        create(stage, kind, object, Map.of());
    }

    private <R extends Resource<R>> void create(Stage stage, Kind<R> kind, R object, Map<String, R> applied) {
        R prepared = creation.prepared(stage, kind, object);
        R admitted = admission.mutate(stage, Verb.CREATE, kind, prepared, null);
        R complete = creation.completed(kind, prepared, admitted);
        admission.validate(stage, Verb.CREATE, kind, complete, null);
        Stage.Cell<R> cell = stage.cell(kind, complete.key());
        if (cell.wanted() != null) {
            throw AlreadyExistsException.object(kind, complete.key());
        }
        stage.put(cell, new StoredObject<>(complete, applied), Effect.CREATED);
    }

    <R extends Resource<R>> void update(Stage stage, R object) {
        Kind<R> kind = object.kind();
        Stage.Cell<R> cell = stage.cell(kind, object.kind().keyOf(object.key()));
        update(stage, cell, existing(cell), object);
    }

    private <R extends Resource<R>> void update(Stage stage, Stage.Cell<R> cell, StoredObject<R> old, R object) {
        UpdateRules.requireSame(cell.kind, old.resource(), object);
        R wanted = updates.prepared(cell.kind, old.resource(), object);
        finishUpdate(stage, cell, old, wanted);
    }

    private <R extends Resource<R>> void finishUpdate(Stage stage, Stage.Cell<R> cell, StoredObject<R> old, R wanted) {
        Kind<R> kind = cell.kind;
        R admitted = admission.mutate(stage, Verb.UPDATE, kind, wanted, old.resource());
        R complete = updates.completed(kind, old.resource(), admitted);
        admission.validate(stage, Verb.UPDATE, kind, complete, old.resource());
        store(stage, cell, old, old.with(complete));
    }

    /** Stores the object, or removes it if nothing holds it any more, or leaves all as it is. */
    private <R extends Resource<R>> void store(
            Stage stage, Stage.Cell<R> cell, StoredObject<R> old, StoredObject<R> wanted) {
        if (DeleteRules.isFinished(wanted.resource().metadata())) {
            stage.remove(cell, wanted.resource());
        } else if (wanted.resource().equals(old.resource()) && wanted.applied().equals(old.applied())) {
            stage.keep(cell, Effect.UNCHANGED);
        } else {
            stage.put(cell, wanted, Effect.CHANGED);
        }
    }

    <R extends Resource<R>> void updateStatus(Stage stage, R object) {
        Kind<R> kind = object.kind();
        if (!kind.hasStatus()) {
            throw new BadRequestException("Kind " + kind + " has no status: write it by update");
        }
        Stage.Cell<R> cell = stage.cell(kind, object.kind().keyOf(object.key()));
        StoredObject<R> old = existing(cell);
        UpdateRules.requireSame(kind, old.resource(), object);
        R wanted = kind.withStatusOf(old.resource(), object);
        R admitted = admission.mutate(stage, Verb.UPDATE_STATUS, kind, wanted, old.resource());
        R complete = kind.withStatusOf(old.resource(), admitted);
        if (kind.sameStatus(complete, old.resource())) {
            stage.keep(cell, Effect.UNCHANGED);
            return;
        }
        admission.validate(stage, Verb.UPDATE_STATUS, kind, complete, old.resource());
        stage.put(cell, old.with(complete), Effect.CHANGED);
    }

    <R extends Resource<R>> void patch(Stage stage, Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        Stage.Cell<R> cell = stage.cell(kind, key);
        StoredObject<R> old = existing(cell);
        update(stage, cell, old, patched(kind, old.resource(), change));
    }

    private static <R extends Resource<R>> R patched(Kind<R> kind, R old, UnaryOperator<R> change) {
        R changed = change.apply(old);
        if (!changed.kind().keyOf(changed.key()).equals(old.key())) {
            throw new BadRequestException("Patch of " + kind + " " + old.key() + " renames it to " + changed.key()
                    + ": create another object");
        }
        return changed;
    }

    <R extends Resource<R>> void patchStatus(Stage stage, Kind<R> kind, ResourceKey key, UnaryOperator<R> change) {
        StoredObject<R> old = existing(stage.cell(kind, key));
        updateStatus(stage, patched(kind, old.resource(), change));
    }

    <R extends Resource<R>> void apply(Stage stage, R object, String manager, ApplyConflicts conflicts) {
        if (manager.isEmpty()) {
            throw new BadRequestException("Apply of " + object.kind() + " " + object.key()
                    + ": needs the name of the manager that applies, such as the program's");
        }
        Kind<R> kind = object.kind();
        R desired = updates.applicable(kind, object);
        Stage.Cell<R> cell = stage.cell(kind, desired.key());
        StoredObject<R> old = cell.wanted();
        if (old == null) {
            create(stage, kind, object, Ordered.map(manager, desired));
            return;
        }
        UpdateRules.requireSame(kind, old.resource(), object);
        ApplyMerge.Result<R> merged = ApplyMerge.merge(kind, manager, desired, old.resource(), old.applied());
        if (conflicts == ApplyConflicts.REFUSE && !merged.conflicts().isEmpty()) {
            throw new ConflictException(conflictText(kind, desired, manager, merged.conflicts()));
        }
        StoredObject<R> known = new StoredObject<>(old.resource(), Ordered.with(old.applied(), manager, desired));
        finishApply(stage, cell, old, known, updates.prepared(kind, old.resource(), merged.object()));
    }

    private <R extends Resource<R>> void finishApply(
            Stage stage, Stage.Cell<R> cell, StoredObject<R> old, StoredObject<R> known, R wanted) {
        Kind<R> kind = cell.kind;
        R admitted = admission.mutate(stage, Verb.UPDATE, kind, wanted, old.resource());
        R complete = updates.completed(kind, old.resource(), admitted);
        admission.validate(stage, Verb.UPDATE, kind, complete, old.resource());
        store(stage, cell, old, known.with(complete));
    }

    private static String conflictText(
            Kind<?> kind, Resource<?> desired, String manager, List<ApplyMerge.FieldConflict> conflicts) {
        StringBuilder text = new StringBuilder()
                .append(kind)
                .append(' ')
                .append(desired.key())
                .append(": ")
                .append(manager)
                .append(" applies other values than ");
        for (int i = 0; i < conflicts.size(); i++) {
            ApplyMerge.FieldConflict conflict = conflicts.get(i);
            text.append(i == 0 ? "" : "; ")
                    .append(conflict.manager())
                    .append(" did for ")
                    .append(conflict.path());
        }
        return text.append(": leave the fields out, agree on the values, or force")
                .toString();
    }

    private <R extends Resource<R>> void delete(Stage stage, Kind<R> kind, Operation.Delete delete) {
        Stage.Cell<R> cell = stage.cell(kind, kind.keyOf(delete.key()));
        delete(stage, cell, existing(cell), delete.options());
    }

    <R extends Resource<R>> void delete(Stage stage, Stage.Cell<R> cell, StoredObject<R> old, DeleteOptions options) {
        Kind<R> kind = cell.kind;
        deletion.check(stage, kind, old.resource(), options);
        admission.review(stage, Verb.DELETE, kind, old.resource(), old.resource());
        ObjectMeta metadata = deletion.deleted(kind, old.resource(), options);
        if (metadata == null) {
            stage.remove(cell, old.resource());
        } else if (metadata.equals(old.resource().metadata())) {
            stage.keep(cell, Effect.TERMINATING);
        } else {
            stage.put(cell, old.with(kind.withMetadata(old.resource(), metadata)), Effect.TERMINATING);
        }
    }

    private <R extends Resource<R>> void replace(Stage stage, Operation.Replace<R> operation) {
        R object = operation.object();
        Kind<R> kind = object.kind();
        Stage.Cell<R> cell = stage.cell(kind, object.kind().keyOf(object.key()));
        StoredObject<R> old = existing(cell);
        UpdateRules.requireSame(kind, old.resource(), object);
        R complete = updates.completed(kind, old.resource(), object);
        store(stage, cell, old, old.with(complete));
    }

    /** Lets a handler plan the request, and carries out what it planned. */
    <R extends Resource<R>, B> void subresource(
            Stage stage, Kind<R> kind, ResourceKey key, SubresourceHandler<R, B> handler, B body) {
        Stage.Cell<R> cell = stage.cell(kind, key);
        SubresourceHandler.Plan plan = handler.plan(existing(cell).resource(), body, stage);
        plan.require().forEach(stage::require);
        plan.operations().forEach(operation -> run(stage, operation));
    }

    private static <R extends Resource<R>> StoredObject<R> existing(Stage.Cell<R> cell) {
        StoredObject<R> found = cell.wanted();
        if (found == null) {
            throw NotFoundException.object(cell.kind, cell.key);
        }
        return found;
    }

    /** The handler of a subresource: the kind's own, or the server's. */
    @SuppressWarnings("unchecked")
    <R extends Resource<R>> SubresourceHandler<R, ?> handler(Kind<R> kind, String name) {
        @Nullable SubresourceHandler<R, ?> handler = kind.subresources().get(name);
        if (handler != null) {
            return handler;
        }
        if (kind.equals(Pod.KIND) && name.equals(PodBinding.NAME)) {
            return (SubresourceHandler<R, ?>) binding;
        }
        throw new NotFoundException("Kind " + kind + " has no subresource " + name
                + (kind.subresources().isEmpty()
                        ? ""
                        : ": it has " + String.join(", ", kind.subresources().keySet())));
    }
}
