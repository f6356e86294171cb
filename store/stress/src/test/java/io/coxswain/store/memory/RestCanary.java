package io.coxswain.store.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Going idle with release and acquire in place of volatile accesses: then each side may miss the other's write, as even x86 lets
 * a read overtake an earlier write. This must fail.
 */
@JCStressTest
@Outcome(
        id = {"true, true", "true, false", "false, true"},
        expect = Expect.ACCEPTABLE,
        desc = "one of them sees the other")
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "asleep although there is news")
@State
public class RestCanary {
    private static final VarHandle RESTING;
    private static final VarHandle HEAD;

    static {
        try {
            RESTING = MethodHandles.lookup().findVarHandle(RestCanary.class, "resting", boolean.class);
            HEAD = MethodHandles.lookup().findVarHandle(RestCanary.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private boolean resting;
    private long head;

    @Actor
    public void rest(ZZ_Result result) {
        RESTING.setRelease(this, true);
        result.r1 = (long) HEAD.getAcquire(this) == 1;
    }

    @Actor
    public void commit(ZZ_Result result) {
        HEAD.setRelease(this, 1L);
        result.r2 = (boolean) RESTING.getAcquire(this);
    }
}
