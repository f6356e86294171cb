package io.coxswain.client;

import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Operation;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Collects writes that happen together or not at all.
 *
 * <pre>{@code
 * client.transaction().create(a).update(b).delete(c).require(Precondition.revision(d)).commit();
 * }</pre>
 *
 * <p>Each operation is admitted and validated like a single write and sees the ones before it. Not thread-safe; committed once.
 */
public final class Transaction {
    /** Bounds how long one commit can hold up the others. */
    public static final int MAX_OPERATIONS = 1_000;

    private final Client client;
    private final List<Precondition> preconditions = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    Transaction(Client client) {
        this.client = client;
    }

    public Transaction require(Precondition precondition) {
        preconditions.add(precondition);
        return this;
    }

    public <R extends Resource<R>> Transaction create(R object) {
        return add(new Operation.Create<>(object));
    }

    public <R extends Resource<R>> Transaction update(R object) {
        return add(new Operation.Update<>(object));
    }

    public <R extends Resource<R>> Transaction updateStatus(R object) {
        return add(new Operation.UpdateStatus<>(object));
    }

    public <R extends Resource<R>> Transaction apply(R desired, String manager) {
        return add(new Operation.Apply<>(desired, manager, ApplyConflicts.REFUSE));
    }

    /** Deletes what was read, with the uid as precondition. */
    public <R extends Resource<R>> Transaction delete(R read) {
        return delete(read.kind(), read.key(), DeleteOptions.of(read));
    }

    public Transaction delete(Kind<?> kind, ResourceKey key, DeleteOptions options) {
        return add(new Operation.Delete(kind, key, options));
    }

    /**
     * Commits all or nothing.
     *
     * @throws io.coxswain.error.InvalidException if objects are invalid; says it of the first, the others' are suppressed in it
     * @throws io.coxswain.error.ApiException if an operation is refused or a precondition doesn't hold
     * @throws io.coxswain.error.BadRequestException if there are more than {@value #MAX_OPERATIONS} operations
     */
    public Committed commit() {
        return client.commit(this);
    }

    List<Precondition> preconditions() {
        return Collections.unmodifiableList(preconditions);
    }

    List<Operation> operations() {
        return Collections.unmodifiableList(operations);
    }

    private Transaction add(Operation operation) {
        operations.add(operation);
        return this;
    }
}
