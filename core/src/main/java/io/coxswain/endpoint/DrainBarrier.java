package io.coxswain.endpoint;

import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Who in this process still uses an endpoint: the one thing that is not in the API.
 *
 * <p>Every balancer and proxy registers as a {@link Participant} and reports which revision of the EndpointSlices it has
 * applied and how many requests it has open for each endpoint. The node agent asks, before it ends a pod's worker, to be
 * told when none uses the pod's endpoints any more. Thread-safe; never blocks.
 */
public interface DrainBarrier {

    /** A barrier that nobody has registered with yet. */
    static DrainBarrier create(Environment environment) {
        return new CountingDrainBarrier(environment);
    }

    /**
     * Registers a balancer or proxy, from now on asked by every {@link #drained}.
     *
     * @param name for messages
     */
    Participant register(String name);

    /**
     * Completes when every participant has applied the revision in which the endpoint left (an endpoint is meant by its
     * pod: all of the pod's ports) and has no open request for it, or when the bound has passed. Never fails.
     *
     * @param pod whose endpoints are leaving
     * @param revision that of the EndpointSlice in which the endpoint is terminating or gone
     * @param bound how long to wait at most
     */
    CompletionStage<Drained> drained(ResourceKey pod, long revision, Duration bound);

    /**
     * A balancer's or proxy's side.
     *
     * <p>What the barrier can promise rests on the order in which a participant does things. To begin a request: choose an
     * endpoint, count it by {@link OpenRequests#begun}, then look once more whether the endpoint has left meanwhile; if so,
     * {@link OpenRequests#ended} and choose again. To let an endpoint go: make that second look see it, then call
     * {@link #applied}. Then either the request sees that the endpoint has left or the barrier sees the request.
     */
    interface Participant extends AutoCloseable {

        /** Every change up to this revision is applied: no new request goes to an endpoint that had left by then. */
        void applied(long revision);

        /** Begins to count requests for an endpoint. What is counted before the participant closes counts; close it when the endpoint is no longer known. */
        OpenRequests count(Endpoint endpoint);

        /** It takes no more part; what it had open counts as ended. */
        @Override
        void close();
    }
}
