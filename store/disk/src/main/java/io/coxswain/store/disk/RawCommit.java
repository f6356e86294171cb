package io.coxswain.store.disk;

import io.coxswain.client.Cause;
import java.util.List;

/** A transaction of the journal. */
record RawCommit(long revision, Cause cause, List<RawChange> changes) {}
