package io.coxswain.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** The same without {@link Entry#isStill}'s fence: even x86 lets the adder's read of the state overtake its change. This must fail. */
@JCStressTest
@Outcome(
        id = {"true, 1", "false, 0", "false, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "one of them sees the other")
@Outcome(id = "true, 0", expect = Expect.FORBIDDEN, desc = "the change was lost")
@State
public class AddAgainstTakeCanary {
    private final Entry<String> entry = new Entry<>("a", 0);
    private final int ready = Entry.with(entry.state(), Entry.READY, Priority.NORMAL);
    private int changed;

    public AddAgainstTakeCanary() {
        entry.casState(entry.state(), ready);
    }

    @Actor
    public void add(ZI_Result result) {
        changed = 1;
        result.r1 = entry.state() == ready;
    }

    @Actor
    public void take(ZI_Result result) {
        entry.casState(ready, Entry.with(ready, Entry.PROCESSING));
        result.r2 = changed;
    }
}
