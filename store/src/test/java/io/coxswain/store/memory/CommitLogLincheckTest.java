package io.coxswain.store.memory;

import io.coxswain.client.Cause;
import io.coxswain.conformance.Interleavings;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who reads the log finds every commit between the oldest revision and the head. Run by
 * {@code mvn -pl store -am test -Dtest=CommitLogLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CommitLogLincheckTest {
    private static final int RETAINED = 6;

    @Test
    void readersFindWhatIsRetained() {
        Interleavings.allAreRight(
                Real.class,
                "append append : append append | read read | read",
                "append append : append drop append | read read");
    }

    @Test
    void twinThatPublishesTheLargerRingFirstLosesCommits() {
        Interleavings.oneIsWrong(PublishesFirst.class, "append append : append | read");
    }

    /** The baton's holder appends and drops, others read. */
    public static class Real {
        private final CommitLog log = new CommitLog(2, RETAINED);
        private volatile long head;
        private volatile long oldest;

        @Operation(nonParallelGroup = "baton")
        public void append() {
            long revision = head + 1;
            log.append(new Commit(revision, new Change<?>[0], Cause.UNKNOWN), oldest);
            head = revision;
        }

        @Operation(nonParallelGroup = "baton")
        public void drop() {
            if (oldest < head) {
                long dropped = oldest + 1;
                oldest = dropped;
                log.drop(dropped);
            }
        }

        @Operation
        public void read() {
            for (long revision = head; revision > oldest; revision--) {
                Commit commit = log.at(revision);
                if (commit == null ? oldest < revision : commit.revision != revision) {
                    Interleavings.violated("at " + revision + " is " + (commit == null ? "none" : commit.revision));
                }
            }
        }
    }

    /** Growing alone, with its two steps the wrong way round. */
    public static class PublishesFirst {
        private volatile AtomicReferenceArray<@Nullable Long> ring = new AtomicReferenceArray<>(2);
        private volatile int head;

        @Operation(nonParallelGroup = "baton")
        public void append() {
            AtomicReferenceArray<@Nullable Long> small = ring;
            if (head == small.length()) {
                AtomicReferenceArray<@Nullable Long> large = new AtomicReferenceArray<>(small.length() * 2);
                ring = large;
                for (int i = 0; i < small.length(); i++) {
                    large.set(i, small.get(i));
                }
            }
            int next = head;
            ring.set(next, (long) next);
            head = next + 1;
        }

        @Operation
        public void read() {
            int last = head - 1;
            if (last >= 0 && ring.get(last) == null) {
                Interleavings.violated("nothing at " + last);
            }
        }
    }
}
