package io.coxswain.store.memory;

import io.coxswain.client.Cause;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Who sees the head sees the commit that is behind it, whole; across the growth of the ring. */
@JCStressTest
@Outcome(
        id = {"2, 2", "3, 3"},
        expect = Expect.ACCEPTABLE,
        desc = "the commit of the head")
@Outcome(expect = Expect.FORBIDDEN, desc = "none, or another one")
@State
public class PublicationStress {
    private final CommitLog log = new CommitLog(2, 8);
    private volatile long head;

    public PublicationStress() {
        append(1);
        append(2);
    }

    private void append(long revision) {
        log.append(new Commit(revision, new Change<?>[0], Cause.UNKNOWN), 0);
        head = revision;
    }

    @Actor
    public void commit() {
        append(3);
    }

    @Actor
    public void read(JJ_Result result) {
        long revision = head;
        Commit commit = log.at(revision);
        result.r1 = revision;
        result.r2 = commit == null ? -1 : commit.revision;
    }
}
