package io.coxswain.store.disk;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction of the journal did to an object.
 *
 * @param value its state after; {@code null} if it was deleted
 * @param appliedAsBefore what the managers applied last wasn't written, because it is as it was
 */
record RawChange(ObjectName name, @Nullable RawValue value, boolean appliedAsBefore) {}
