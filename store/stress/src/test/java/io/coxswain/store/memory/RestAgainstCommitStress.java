package io.coxswain.store.memory;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An idler goes to rest while a commit comes: it must be given a step, by the committer or by itself, and only one. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one step")
@Outcome(expect = Expect.FORBIDDEN, desc = "asleep although there is news, or two steps at once")
@State
public class RestAgainstCommitStress {
    private final Sleeper sleeper = new Sleeper();

    @Actor
    public void rest() {
        sleeper.rest(1);
    }

    @Actor
    public void commit() {
        sleeper.commit();
    }

    @Arbiter
    public void steps(I_Result result) {
        result.r1 = sleeper.steps();
    }
}
