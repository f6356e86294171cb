package io.coxswain.store.disk;

/** An object of a snapshot. */
record RawObject(ObjectName name, long revision, RawValue value) {}
