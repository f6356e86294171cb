package io.coxswain.environment.simulated;

import io.coxswain.environment.simulated.SimulationError.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is enabled, what time it is, who runs, and how far the present run goes. Owned by the holder of the {@link Baton}. */
final class Simulation implements Baton.Schedule {
    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);

    private final Context test = Context.ofTest();
    private final Context timers = Context.ofSteps("timers");
    private final SimulationOptions options;
    private final Agenda agenda;
    private final VirtualTime time = new VirtualTime();
    private final Trace trace = new Trace();
    private final Baton baton = new Baton(this);
    private final Watchdog watchdog;

    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Context current = test;
    private @Nullable Run run;
    private long actionsBeforeRun;
    private @Nullable Throwable fatal;
    private boolean ended;
    private boolean closed;

    Simulation(SimulationOptions options) {
        this.options = options;
        this.agenda = new Agenda(options.chooser());
        this.watchdog = new Watchdog(baton, trace, options.blockingLimit());
    }

    Agenda agenda() {
        return agenda;
    }

    VirtualTime time() {
        return time;
    }

    Trace trace() {
        return trace;
    }

    Context current() {
        return current;
    }

    List<Throwable> failures() {
        return failures;
    }

    boolean isClosed() {
        return closed;
    }

    boolean hasBaton() {
        return baton.isHeld();
    }

    /** Whether what is given to an executor or timer is still wanted. Refuses foreign threads. */
    boolean accepts() {
        baton.checkCaller();
        return !hasEnded();
    }

    /** Whether nothing happens any more. */
    private boolean hasEnded() {
        return ended || closed;
    }

    /** Runs code in its context. What it throws is logged, as in the real environment; an error ends the run. */
    void runAs(Context context, Runnable code) {
        Context before = current;
        current = context;
        try {
            code.run();
        } catch (Throwable e) {
            failed(context, e);
        } finally {
            if (hasBaton()) {
                current = before;
            }
        }
    }

    void runAsTimer(Runnable code) {
        runAs(timers, code);
    }

    private void failed(Context context, Throwable e) {
        if (hasEnded() || !hasBaton()) {
            return;
        }
        if (e instanceof Error) {
            fatal(e);
            return;
        }
        failures.add(e);
        LOG.atError()
                .setCause(e)
                .addKeyValue("action", context.name())
                .log("A step or task failed; the simulation goes on");
    }

    private void fatal(Throwable e) {
        if (fatal == null) {
            fatal = e;
        }
    }

    /** What happens next: an enabled action, or else that of the next timer, or else, at the end of the run, that its caller goes on. */
    @Override
    public SimulatedAction next() {
        Run now = run;
        try {
            while (now != null && !isOver(now)) {
                if (!agenda.isEmpty()) {
                    return agenda.take(trace, time.nanos());
                }
                if (!time.passTo(now.horizonNanos())) {
                    break;
                }
            }
        } catch (Throwable e) { // the chooser's or the condition's
            fatal(e);
        }
        return whoGoesOnAfter(run);
    }

    private Waiter whoGoesOnAfter(@Nullable Run over) {
        if (over == null) {
            throw new IllegalStateException("The simulation goes on, but nobody runs it");
        }
        Waiter caller = over.caller();
        if (over.isLast()) {
            ended = true;
            for (Waiter waiter : waiting) {
                if (waiter.thread() == caller.thread()) {
                    return waiter; // to be unwound: its frames lie above the caller's
                }
            }
        }
        return caller;
    }

    @Override
    public boolean mayBegin(Waiter mine) {
        Run now = run;
        return now != null && now.isLast() && now.caller() == mine;
    }

    private boolean isOver(Run now) {
        if (hasEnded() || fatal != null || baton.fault() != null) {
            return true;
        }
        if (trace.actions() - actionsBeforeRun >= options.actionLimit()) {
            fatal(error(Reason.LIVELOCK, "The run took " + options.actionLimit() + " actions and isn't at its end"));
            return true;
        }
        Context before = current;
        current = test;
        try {
            return now.check();
        } finally {
            current = before;
        }
    }

    /** Goes on for the test, which has the given time and ends earlier if the condition comes true. */
    boolean drive(long horizonNanos, @Nullable BooleanSupplier condition) {
        requireTest();
        return drive(new Run(new Waiter(test, baton, time.nanos()), horizonNanos, condition));
    }

    /** The same, and then nothing happens any more. */
    boolean driveToEnd(long horizonNanos, BooleanSupplier condition, Consumer<SimulationError> whenStuck) {
        requireTest();
        return drive(Run.last(new Waiter(test, baton, time.nanos()), horizonNanos, condition, whenStuck));
    }

    private void requireTest() {
        if (current != test) {
            throw new IllegalStateException(
                    "The simulation is run by the test, not by " + current.name() + ", which is a part of it");
        }
    }

    private boolean drive(Run inner) {
        if (hasEnded()) {
            throw new IllegalStateException("The simulation is closed");
        }
        boolean outermost = baton.take(inner.whenStuck());
        Run outer = run;
        run = inner;
        if (outermost) {
            actionsBeforeRun = trace.actions();
            watchdog.runBegins();
        }
        try {
            baton.waitFor(inner.caller());
        } finally {
            run = closed ? run : outer; // when it is closed meanwhile, who closes it is the one to go on
            current = test;
            if (outermost) {
                watchdog.runEnds();
                baton.release();
            }
        }
        throwWhatEndedTheRun(outermost);
        return inner.isReached();
    }

    private void throwWhatEndedTheRun(boolean outermost) {
        Throwable e = fatal != null ? fatal : baton.fault();
        if (e == null) {
            return;
        }
        if (outermost) {
            fatal = null;
        }
        if (e instanceof Error error) {
            throw error;
        }
        throw e instanceof RuntimeException exception ? exception : new CompletionException(e);
    }

    /** Waits, for the code that runs now, until the stage is complete or the limit has passed. */
    void await(CompletionStage<?> stage, long limitNanos) {
        requireGoingOn(current);
        baton.checkCaller();
        Context context = current;
        Waiter waiter = new Waiter(context, baton, time.nanos());
        VirtualTime.Timer timer = time.at(time.after(limitNanos), () -> waiter.enable(agenda));
        var unused = stage.whenComplete((value, failure) -> {
            if (accepts()) {
                waiter.enable(agenda);
            }
        });
        waiting.add(waiter);
        try {
            if (context == test) {
                drive(new Run(waiter, Run.NO_HORIZON, null));
            } else {
                baton.waitFor(waiter);
                current = context;
            }
        } finally {
            timer.cancel();
            waiter.unlist(agenda);
            waiting.remove(waiter);
        }
        requireGoingOn(context);
    }

    private void requireGoingOn(Context waiting) {
        if (hasEnded()) {
            throw new SimulationError(
                    Reason.CLOSED, "The simulation was closed while " + waiting.name() + " waited", null);
        }
    }

    /** Ends it: every thread that waits is unwound, one after another. */
    void close() {
        if (closed) {
            return;
        }
        if (current != test) {
            throw new IllegalStateException("The simulation is closed by the test, not by " + current.name());
        }
        baton.clearFault();
        closed = true;
        agenda.clear();
        time.clear();
        for (Waiter waiter : List.copyOf(waiting)) {
            unwind(waiter);
        }
    }

    private void unwind(Waiter waiter) {
        Waiter closer = new Waiter(test, baton, time.nanos());
        boolean outermost = baton.take(null);
        run = new Run(closer, Run.NO_HORIZON, null);
        watchdog.runBegins();
        try {
            baton.passTo(waiter);
            baton.park(closer);
        } catch (SimulationError e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("action", waiter.name())
                    .log("A thread doesn't end; it is left alone");
            baton.clearFault();
        } finally {
            watchdog.runEnds();
            if (outermost) {
                baton.release();
            }
        }
    }

    SimulationError error(Reason reason, String message) {
        return new SimulationError(reason, message + "; " + describe(), null);
    }

    /** Seed, time, what waits and what happened last: what a message needs to be understood and the run to be repeated. */
    String describe() {
        StringBuilder text = new StringBuilder();
        text.append("seed ").append(options.seed()).append(", at ").append(seconds(time.nanos()));
        text.append(" s; waiting:");
        for (Waiter waiter : waiting) {
            text.append(' ')
                    .append(waiter.name())
                    .append(" since ")
                    .append(seconds(waiter.sinceNanos()))
                    .append(" s");
            text.append(place(waiter)).append(',');
        }
        text.append(waiting.isEmpty() ? " none" : "").append("; timers: ").append(time.pending());
        return text.append("; last actions: ")
                .append(String.join(", ", trace.recent()))
                .toString();
    }

    private static String seconds(long nanos) {
        return String.valueOf(nanos / 1e9);
    }

    /** Where the code that waits was left: its first frame outside of this package. */
    private static String place(Waiter waiter) {
        for (StackTraceElement frame : waiter.thread().getStackTrace()) {
            String type = frame.getClassName();
            if (!type.startsWith("io.coxswain.environment.") && !type.startsWith("java.")) {
                return " in " + frame;
            }
        }
        return "";
    }
}
