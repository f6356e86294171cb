package io.coxswain.store.mutant;

import io.coxswain.client.Cause;
import io.coxswain.error.ExpiredException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.selector.Selection;
import io.coxswain.store.StoreSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Mutants of compaction. */
final class CompactionMutants {
    private CompactionMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("compaction does nothing", real -> new ForwardingStore(real) {
                    @Override
                    public void compact(long revision) {}
                }),
                Mutant.of("compaction isn't enforced", real -> new ForwardingStore(real) {
                    private long oldest;

                    @Override
                    public void compact(long revision) {
                        oldest = Math.max(oldest, Math.min(revision, real.revision()));
                    }

                    @Override
                    public long oldestRevision() {
                        return oldest;
                    }
                }),
                Mutant.of("compaction goes one too far", real -> new ForwardingStore(real) {
                    @Override
                    public void compact(long revision) {
                        real.compact(revision + (revision < real.revision() ? 1 : 0));
                    }
                }),
                Mutant.of("compaction uses a revision", real -> new ForwardingStore(real) {
                    @Override
                    public void compact(long revision) {
                        real.compact(revision);
                        commitInSecret();
                    }
                }),
                Mutant.of("compaction of the future fails", real -> new ForwardingStore(real) {
                    @Override
                    public void compact(long revision) {
                        if (revision > real.revision()) {
                            throw new IllegalArgumentException("in the future");
                        }
                        real.compact(revision);
                    }
                }),
                Mutant.of("oldest revision goes back", real -> new ForwardingStore(real) {
                    private volatile long asked;

                    @Override
                    public void compact(long revision) {
                        asked = revision;
                        real.compact(revision);
                    }

                    @Override
                    public long oldestRevision() {
                        return Math.min(real.oldestRevision(), asked);
                    }
                }),
                Mutant.of("expired without the oldest revision", real -> new ForwardingStore(real) {
                    @Override
                    public StoreSnapshot snapshot(long revision) {
                        try {
                            return super.snapshot(revision);
                        } catch (ExpiredException e) {
                            throw new ExpiredException("compacted", 0);
                        }
                    }
                }),
                Mutant.of("compacted snapshot shows nothing", real -> new ForwardingStore(real) {
                    @Override
                    StoreSnapshot snapshot(StoreSnapshot snapshot) {
                        return new ForwardingSnapshot(snapshot) {
                            @Override
                            public <R extends Resource<R>> List<R> list(Kind<R> kind, Selection selection) {
                                try {
                                    return super.list(kind, selection);
                                } catch (ExpiredException e) {
                                    return List.of();
                                }
                            }
                        };
                    }
                }),
                Mutant.of("causes are kept for ever", real -> new ForwardingStore(real) {
                    private final Map<Long, Cause> known = new ConcurrentHashMap<>();

                    @Override
                    public void compact(long revision) {
                        for (long r = 1; r <= real.revision(); r++) {
                            long each = r;
                            real.cause(r).ifPresent(cause -> known.put(each, cause));
                        }
                        real.compact(revision);
                    }

                    @Override
                    public Optional<Cause> cause(long revision) {
                        return real.cause(revision).or(() -> Optional.ofNullable(known.get(revision)));
                    }
                }));
    }
}
