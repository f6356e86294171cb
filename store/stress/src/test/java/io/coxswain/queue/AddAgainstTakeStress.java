package io.coxswain.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A ready key is added because of a change while a worker takes it: the work sees the change, or the adder that the key was taken. */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "the work sees the change")
@Outcome(
        id = {"false, 0", "false, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "the adder asks for one more run")
@Outcome(id = "true, 0", expect = Expect.FORBIDDEN, desc = "the change was lost")
@State
public class AddAgainstTakeStress {
    private final Entry<String> entry = new Entry<>("a", 0);
    private final int ready = Entry.with(entry.state(), Entry.READY, Priority.NORMAL);
    private int changed;

    public AddAgainstTakeStress() {
        entry.casState(entry.state(), ready);
    }

    @Actor
    public void add(ZI_Result result) {
        changed = 1;
        result.r1 = entry.isStill(ready);
    }

    @Actor
    public void take(ZI_Result result) {
        entry.casState(ready, Entry.with(ready, Entry.PROCESSING));
        result.r2 = changed;
    }
}
