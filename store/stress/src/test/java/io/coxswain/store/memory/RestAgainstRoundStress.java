package io.coxswain.store.memory;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The same where many use the room: the commit leaves a round to the second actor, or finds that one is due. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one step")
@Outcome(expect = Expect.FORBIDDEN, desc = "asleep although there is news, or two steps at once")
@State
public class RestAgainstRoundStress {
    private final Sleeper sleeper = new Sleeper().amongMany();

    /** Somebody else was in the room, so a round is due from the start. */
    public RestAgainstRoundStress() {
        new Sleeper(sleeper.room()).rest(1);
        sleeper.dueFor(0);
    }

    @Actor
    public void restAndRound() {
        sleeper.rest(1);
        sleeper.runRounds();
    }

    @Actor
    public void commit() {
        sleeper.commit();
    }

    @Arbiter
    public void steps(I_Result result) {
        sleeper.runRounds();
        result.r1 = sleeper.steps();
    }
}
