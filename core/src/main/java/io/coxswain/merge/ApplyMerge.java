package io.coxswain.merge;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges what a manager applies into an object, as Kubernetes' server-side apply does (KEP-555), on records: a field is set if its
 * component differs from what it is in a record of which nothing is set.
 *
 * <ul>
 *   <li>Set now: becomes as given.
 *   <li>Set by this manager last time and not now, and by no other manager: is removed.
 *   <li>Everything else stays as it is.
 * </ul>
 *
 * <p>Maps merge by key, lists as their component says ({@code ListMap}, {@code ListSet}), all else as a whole.
 */
public final class ApplyMerge {
    private ApplyMerge() {}

    /**
     * A field that the manager wants to change and that another one applied otherwise.
     *
     * @param path such as {@code spec.template.spec.containers[name=app].image}
     * @param manager the other one
     */
    public record FieldConflict(String path, String manager) {}

    /**
     * What came of a merge.
     *
     * @param object the object, without defaults for what is new; the stored one itself if nothing changes
     * @param conflicts the fields that were taken from other managers, in the order of the record
     */
    public record Result<R>(R object, List<FieldConflict> conflicts) {}

    /**
     * Merges.
     *
     * @param manager who applies
     * @param desired what it applies
     * @param stored the object as it is
     * @param applied what each manager applied last
     */
    public static <R extends Resource<R>> Result<R> merge(
            Kind<R> kind, String manager, R desired, R stored, Map<String, R> applied) {
        return kind.structure() instanceof MergingStructure<R> own
                ? own.merge(manager, desired, stored, applied)
                : records(kind.type(), "", manager, desired, stored, applied);
    }

    /**
     * The same for a record, which may be a part of an object.
     *
     * @param path where it is in the object; empty if it is the object
     */
    public static <T> Result<T> records(
            Class<T> type, String path, String manager, T desired, T stored, Map<String, T> applied) {
        List<Claim> others = new ArrayList<>();
        applied.forEach((name, object) -> {
            if (!name.equals(manager)) {
                others.add(new Claim(name, object));
            }
        });
        List<FieldConflict> conflicts = new ArrayList<>();
        @Nullable T last = applied.get(manager);
        if (desired.equals(last)) { // as most often
            if (Coverage.isCovered(Shape.of(type), desired, stored)) {
                return new Result<>(stored, List.of());
            }
            last = desired; // whoever takes it apart needs to do that once
        }
        Object merged = new Merger(conflicts).record(Shape.of(type), path, last, desired, stored, others);
        return new Result<>(merged == null ? stored : type.cast(merged), List.copyOf(conflicts));
    }
}
