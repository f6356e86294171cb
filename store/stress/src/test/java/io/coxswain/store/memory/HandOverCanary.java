package io.coxswain.store.memory;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Combining that doesn't look at the queue after the baton was given back: who finds it taken leaves a submission behind. This must fail. */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is left behind")
@State
public class HandOverCanary {
    private final MessagePassingQueue<Integer> queue = new MpscUnboundedAtomicArrayQueue<>(16);
    private final AtomicBoolean baton = new AtomicBoolean();
    private int run;

    private void submit() {
        queue.offer(1);
        if (baton.compareAndSet(false, true)) {
            for (Integer one = queue.relaxedPoll(); one != null; one = queue.relaxedPoll()) {
                run += one;
            }
            baton.set(false);
        }
    }

    @Actor
    public void one() {
        submit();
    }

    @Actor
    public void other() {
        submit();
    }

    @Arbiter
    public void run(I_Result result) {
        result.r1 = run;
    }
}
