package io.coxswain.merge;

import io.coxswain.resource.Resource;
import io.coxswain.resource.Structure;
import java.util.Map;

/**
 * A structure of objects that aren't records of their fields, and which therefore merges them itself.
 *
 * @param <R> the class of the kind's objects
 */
public interface MergingStructure<R extends Resource<R>> extends Structure<R> {

    /** Merges what a manager applies, by the rules of {@link ApplyMerge#merge}. */
    ApplyMerge.Result<R> merge(String manager, R desired, R stored, Map<String, R> applied);
}
