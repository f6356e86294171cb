package io.coxswain.store.memory;

import io.coxswain.environment.Environment;
import java.time.Duration;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two submit at once: both submissions are run by the time both have returned, and a plain counter that only they touch is right. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both, one after the other")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is left behind, or they ran at once")
@State
public class HandOverStress {
    private static final Environment ENVIRONMENT = Environment.system();
    private final Sequencer sequencer =
            new Sequencer(new Engine(ENVIRONMENT, 1, Duration.ofHours(1), 1, 0, List.of()), Runnable::run, null);
    private int run;

    @Actor
    public void one() {
        sequencer.submit(new Step(engine -> run++));
    }

    @Actor
    public void other() {
        sequencer.submit(new Step(engine -> run++));
    }

    @Arbiter
    public void run(I_Result result) {
        result.r1 = run;
    }
}
