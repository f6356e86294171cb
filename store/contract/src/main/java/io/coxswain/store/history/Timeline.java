package io.coxswain.store.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The states that follow from the commits in the order of their revisions. */
final class Timeline {
    private final TreeMap<Long, Call.Commit> commits = new TreeMap<>();
    private final IdentityHashMap<Call.Commit, Long> revisions = new IdentityHashMap<>();
    private final TreeMap<Long, List<Change>> changes = new TreeMap<>();
    private final Map<String, TreeMap<Long, Optional<Version>>> states = new LinkedHashMap<>();
    private final List<Call.Commit> unresolved = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final Anomalies anomalies;

    /** What a commit did to an object. */
    record Change(
            String target,
            @Nullable Version before,
            @Nullable Version after) {}

    Timeline(History history, Anomalies anomalies) {
        this.anomalies = anomalies;
        for (Call call : history.calls()) {
            if (call instanceof Call.Commit commit) {
                place(commit);
            }
        }
        resolve(new Observed(history));
        commits.forEach(this::apply);
    }

    private void place(Call.Commit commit) {
        if (commit.result() instanceof CommitResult.Unknown) {
            unresolved.add(commit);
        } else if (commit.result() instanceof CommitResult.Applied applied && applied.changed()) {
            Call.Commit other = commits.putIfAbsent(applied.revision(), commit);
            revisions.put(commit, applied.revision());
            if (other != null) {
                anomalies.add("revision " + applied.revision() + " was given to two transactions: " + effects(other)
                        + " and " + effects(commit));
            }
        }
    }

    /** Gives revisions that no answer named to transactions whose outcome isn't known, if somebody saw what they wrote. */
    private void resolve(Observed observed) {
        long last = commits.isEmpty() ? 0 : commits.lastKey();
        for (long revision = 1; revision <= last || observed.any(revision); revision++) {
            if (!commits.containsKey(revision)) {
                Optional<Call.Commit> writer = observed.writer(revision, unresolved);
                if (writer.isPresent()) {
                    unresolved.remove(writer.get());
                    commits.put(revision, writer.get());
                    revisions.put(writer.get(), revision);
                } else if (revision <= last) {
                    missing.add(revision);
                }
            }
        }
    }

    private void apply(long revision, Call.Commit commit) {
        List<Change> made = new ArrayList<>();
        for (Effect effect : commit.effects()) {
            Version before = at(effect.target(), revision - 1);
            if (!effect.changesNothing(before)) {
                Version wanted = effect.wanted();
                Version after = wanted == null ? null : wanted.at(revision);
                made.add(new Change(effect.target(), before, after));
                states.computeIfAbsent(effect.target(), absent -> new TreeMap<>())
                        .put(revision, Optional.ofNullable(after));
            }
        }
        changes.put(revision, made);
    }

    static String effects(Call.Commit commit) {
        return commit.client() + "'s " + commit.effects();
    }

    long head() {
        return commits.isEmpty() ? 0 : commits.lastKey();
    }

    /** The revision that a transaction took; 0 if none is known. */
    long revisionOf(Call.Commit commit) {
        return revisions.getOrDefault(commit, 0L);
    }

    /** Revisions that no transaction took, as far as is known. */
    List<Long> missing() {
        return missing;
    }

    boolean hasUnresolved() {
        return !unresolved.isEmpty();
    }

    /** The changing transactions by revision. */
    NavigableMap<Long, Call.Commit> commits() {
        return Collections.unmodifiableNavigableMap(commits);
    }

    NavigableMap<Long, List<Change>> changes() {
        return Collections.unmodifiableNavigableMap(changes);
    }

    @Nullable
    Version at(String target, long revision) {
        TreeMap<Long, Optional<Version>> versions = states.get(target);
        Map.Entry<Long, Optional<Version>> found = versions == null ? null : versions.floorEntry(revision);
        return found == null ? null : found.getValue().orElse(null);
    }

    /** From this revision on the revisions up to another at which an object may differ, itself among them. */
    LongStream moments(String target, long from, long to) {
        TreeMap<Long, Optional<Version>> versions = states.get(target);
        LongStream later = versions == null || to <= from
                ? LongStream.empty()
                : versions.subMap(from, false, to, true).keySet().stream().mapToLong(Long::longValue);
        return LongStream.concat(LongStream.of(from), later);
    }

    /** The objects of a kind, by namespace and name. */
    List<Version> list(String kind, long revision) {
        List<Version> found = new ArrayList<>();
        for (String target : states.keySet()) {
            if (target.startsWith(kind + " ")) {
                Version state = at(target, revision);
                if (state != null) {
                    found.add(state);
                }
            }
        }
        found.sort(Comparator.comparing(version -> Version.key(version.target())));
        return found;
    }

    /** The versions that clients saw, by revision. */
    private static final class Observed {
        private final Map<Long, List<Version>> versions = new HashMap<>();

        Observed(History history) {
            for (Call call : history.calls()) {
                if (call instanceof Call.Get get && get.found() != null) {
                    add(get.found());
                } else if (call instanceof Call.Read read) {
                    read.items().forEach(this::add);
                }
            }
            for (WatchLog watch : history.watches()) {
                for (WatchLog.Delivery delivery : watch.deliveries()) {
                    if (delivery instanceof WatchLog.Events events) {
                        events.events().forEach(event -> add(event.object()));
                    }
                }
            }
        }

        private void add(Version version) {
            versions.computeIfAbsent(version.revision(), absent -> new ArrayList<>())
                    .add(version);
        }

        boolean any(long revision) {
            return versions.containsKey(revision);
        }

        Optional<Call.Commit> writer(long revision, List<Call.Commit> candidates) {
            List<Version> seen = versions.getOrDefault(revision, List.of());
            return candidates.stream()
                    .filter(commit -> commit.effects().stream()
                            .anyMatch(effect -> seen.stream().anyMatch(version -> explains(effect, version))))
                    .findFirst();
        }

        private static boolean explains(Effect effect, Version seen) {
            Version wanted = effect.wanted();
            return effect.target().equals(seen.target()) && (wanted == null || wanted.sameContent(seen));
        }
    }
}
