package io.coxswain.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingDrainBarrierTest {
    private static final ResourceKey POD = ResourceKey.of("shop", "site-1");
    private static final Endpoint HTTP = new Endpoint(POD, "127.80.0.3", 8080);
    private static final Endpoint ADMIN = new Endpoint(POD, "127.80.0.3", 9090);
    private static final Endpoint OTHER = new Endpoint(ResourceKey.of("shop", "site-2"), "127.80.0.4", 8080);
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final StepEnvironment environment = new StepEnvironment();
    private final DrainBarrier barrier = DrainBarrier.create(environment);
    private final List<Drained> answers = new ArrayList<>();

    private void ask(long revision) {
        barrier.drained(POD, revision, BOUND).thenAccept(answers::add);
        environment.runSteps();
    }

    private @org.jspecify.annotations.Nullable Drained answer() {
        environment.runSteps();
        return answers.isEmpty() ? null : answers.get(0);
    }

    @Test
    void withoutParticipantsItIsDrainedAtOnce() {
        ask(5);

        assertEquals(new Drained(true, 0), answer());
        assertEquals(0, environment.timers());
    }

    @Test
    void waitsUntilEveryParticipantHasAppliedTheRevision() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        DrainBarrier.Participant balancers = barrier.register("balancers");
        proxy.applied(7);
        balancers.applied(4);
        ask(5);
        assertNull(answer());

        balancers.applied(5);

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void waitsForOpenRequestsToEveryPortOfThePod() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        OpenRequests http = proxy.count(HTTP);
        OpenRequests admin = proxy.count(ADMIN);
        proxy.count(OTHER).begun();
        http.begun();
        admin.begun();
        proxy.applied(5);
        ask(5);
        http.ended();
        assertNull(answer());

        admin.ended();

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void saysAfterTheBoundWhatIsStillOpen() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        OpenRequests http = proxy.count(HTTP);
        http.begun();
        http.begun();
        proxy.applied(5);
        ask(5);
        environment.pass(BOUND.minusMillis(1));
        assertNull(answer());

        environment.pass(Duration.ofMillis(1));

        assertEquals(new Drained(false, 2), answer());
    }

    @Test
    void notAppliedWithinTheBoundIsNotComplete() {
        barrier.register("proxy").applied(4);
        ask(5);

        environment.pass(BOUND);

        assertEquals(new Drained(false, 0), answer());
    }

    @Test
    void revisionsOnlyGrow() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        proxy.applied(5);
        proxy.applied(3);
        ask(5);

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void closedParticipantIsNotWaitedFor() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        proxy.count(HTTP).begun();
        ask(5);
        assertNull(answer());

        proxy.close();

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void closedCounterStillCountsWhatIsOpen() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        OpenRequests http = proxy.count(HTTP);
        http.begun();
        http.close();
        proxy.applied(5);
        ask(5);
        assertNull(answer());

        http.ended();

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void participantThatComesAfterTheQuestionIsNotAsked() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        ask(5);
        barrier.register("latecomer");

        proxy.applied(5);

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void counterMadeAfterTheQuestionCounts() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        ask(5);
        OpenRequests http = proxy.count(HTTP);
        http.begun();
        proxy.applied(5);
        assertNull(answer());

        http.ended();

        assertEquals(new Drained(true, 0), answer());
    }

    @Test
    void twoQuestionsAboutOnePodAreBothAnswered() {
        DrainBarrier.Participant proxy = barrier.register("proxy");
        OpenRequests http = proxy.count(HTTP);
        http.begun();
        proxy.applied(9);
        ask(5);
        ask(9);

        http.ended();
        environment.runSteps();

        assertEquals(List.of(new Drained(true, 0), new Drained(true, 0)), answers);
        assertEquals(0, environment.timers());
    }
}
