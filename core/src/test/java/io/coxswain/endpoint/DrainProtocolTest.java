package io.coxswain.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every interleaving of a request that begins, a participant that lets the endpoint go, and the barrier's own steps: a
 * request is never at work at an endpoint that the barrier has called drained. Two weakened twins show that it would be found.
 */
class DrainProtocolTest {
    private static final Endpoint ENDPOINT = new Endpoint(ResourceKey.of("shop", "site-1"), "127.80.0.3", 8080);

    /** One run; each thread's steps happen in their order, threads in the order of the schedule. */
    private static final class Run {
        final StepEnvironment environment = new StepEnvironment();
        final DrainBarrier barrier = DrainBarrier.create(environment);
        final DrainBarrier.Participant participant = barrier.register("balancer");
        final OpenRequests requests = participant.count(ENDPOINT);
        boolean left;
        boolean sawLeft;
        boolean atWork;
        boolean drained;
        boolean broken;

        void ask() {
            barrier.drained(ENDPOINT.pod(), 5, Duration.ofSeconds(2)).thenAccept(answer -> {
                drained = answer.complete();
                check();
            });
        }

        void look() {
            sawLeft = left;
        }

        void proceedOrGoBack() {
            if (sawLeft) {
                requests.ended();
            } else {
                atWork = true;
                check();
            }
        }

        void finish() {
            if (atWork) {
                atWork = false;
                requests.ended();
            }
        }

        void check() {
            broken |= drained && atWork;
        }
    }

    private interface Step {
        void on(Run run);
    }

    private static final Step BEGUN = run -> run.requests.begun();
    private static final Step LEAVE = run -> run.left = true;
    private static final Step APPLIED = run -> run.participant.applied(5);
    private static final Step BARRIER = run -> run.environment.runStep();
    private static final List<Step> ASKING = List.of(Run::ask, BARRIER, BARRIER, BARRIER);

    @Test
    void requestIsNeverAtWorkAtADrainedEndpoint() {
        List<Step> request = List.of(BEGUN, Run::look, Run::proceedOrGoBack, Run::finish);
        assertEquals(0, broken(request, List.of(LEAVE, APPLIED)));
    }

    @Test
    void lookingBeforeCountingWouldBeFound() {
        List<Step> request = List.of(Run::look, BEGUN, Run::proceedOrGoBack, Run::finish);
        assertTrue(broken(request, List.of(LEAVE, APPLIED)) > 0);
    }

    @Test
    void reportingBeforeLettingGoWouldBeFound() {
        List<Step> request = List.of(BEGUN, Run::look, Run::proceedOrGoBack, Run::finish);
        assertTrue(broken(request, List.of(APPLIED, LEAVE)) > 0);
    }

    @Test
    void everyQuestionIsAnsweredOnceRequestsHaveEnded() {
        List<Step> request = List.of(BEGUN, Run::look, Run::proceedOrGoBack, Run::finish);
        for (List<Step> schedule : interleavings(List.of(request, List.of(LEAVE, APPLIED), ASKING))) {
            Run run = execute(schedule);
            run.environment.runSteps();
            assertTrue(run.drained);
        }
    }

    private static long broken(List<Step> request, List<Step> leaving) {
        return interleavings(List.of(request, leaving, ASKING)).stream()
                .filter(schedule -> execute(schedule).broken)
                .count();
    }

    private static Run execute(List<Step> schedule) {
        Run run = new Run();
        schedule.forEach(step -> step.on(run));
        return run;
    }

    private static List<List<Step>> interleavings(List<List<Step>> threads) {
        List<List<Step>> all = new ArrayList<>();
        interleave(threads, new int[threads.size()], new ArrayList<>(), all);
        return all;
    }

    private static void interleave(List<List<Step>> threads, int[] at, List<Step> done, List<List<Step>> all) {
        boolean complete = true;
        for (int i = 0; i < at.length; i++) {
            if (at[i] < threads.get(i).size()) {
                complete = false;
                done.add(threads.get(i).get(at[i]++));
                interleave(threads, at, done, all);
                at[i]--;
                done.remove(done.size() - 1);
            }
        }
        if (complete) {
            all.add(List.copyOf(done));
        }
    }
}
