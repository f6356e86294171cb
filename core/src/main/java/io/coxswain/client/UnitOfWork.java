package io.coxswain.client;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Reads at one revision and writes that happen together, or not at all if anything that was read has changed since: what is done through it is serializable, as if nobody else had been at work.
 *
 * <p>The commit requires, of everything that was read through {@link #client()} or {@link #ownedBy}:
 *
 * <ul>
 *   <li>an object: that it is still at its revision; one that was absent: that it still is;
 *   <li>a list: that each of its objects is unchanged, and that none has come which the selection means (no phantoms). Changes of objects that the selection doesn't mean are no conflict;
 *   <li>what the server read itself while it admitted a write, such as the namespace.
 * </ul>
 *
 * <p>Not covered are {@code causes}, other clients, caches, and the world outside. A unit that wrote nothing is serializable as it is, and its commit checks nothing.
 *
 * <p>A write is admitted at once, and refused as usual. It returns the object as it is to be, with its uid and {@code resourceVersion} 0, and later reads see it. A write that fails leaves no trace.
 * Pages, watches, dry runs and causes of one's own are refused with {@code BadRequestException}.
 *
 * <p>For one thread at a time. One that isn't committed needs no end: it holds nothing but memory.
 */
public interface UnitOfWork {

    /** The revision of all reads. */
    long revision();

    /** The API as this unit sees and changes it. */
    AsyncClient client();

    /** The objects of a kind that name an owner, by namespace and name: a list that only changes of such objects invalidate. */
    <R extends Resource<R>> CompletionStage<List<R>> ownedBy(Kind<R> kind, String uid);

    /**
     * Commits what was written. To be called once.
     *
     * @return a failure with {@code ConflictException} if something that was read has changed: the work is to be done again in a new unit; with {@code BadRequestException}, which says the count, if
     *     there are more than {@value Transaction#MAX_OPERATIONS} operations
     */
    CompletionStage<Committed> commit();
}
