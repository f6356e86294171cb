package io.coxswain.endpoint;

import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Who in this process still uses an endpoint: the one thing that is not in the API.
 *
 * <p>Every balancer and proxy registers as a {@link Participant} and reports which revision of the EndpointSlices it has applied and how many requests it has open for each endpoint. The node
 * agent asks, before it ends a pod's worker, to be told when none uses the pod's endpoints any more. Thread-safe; never blocks.
 */
public interface DrainBarrier {

    /** Registers a balancer or proxy, from now on asked by every {@link #drained}. */
    Participant register(String name);

    /**
     * Completes when every participant has applied the revision in which the endpoint left (an endpoint is meant by its pod: all of the pod's ports) and has no open request for it, or when the bound
     * has passed. Never fails.
     *
     * @param pod whose endpoints are leaving
     * @param revision that of the EndpointSlice in which the endpoint is terminating or gone
     * @param bound how long to wait at most
     */
    CompletionStage<Drained> drained(ResourceKey pod, long revision, Duration bound);

    /** A balancer's or proxy's side. Calls are cheap: they lie on the path of every request. */
    interface Participant extends AutoCloseable {

        /** Every change up to this revision is applied: no new request goes to an endpoint that had left by then. Revisions only grow. */
        void applied(long revision);

        /** A request to the endpoint begins; to be followed by {@link #ended}. */
        void begun(Endpoint endpoint);

        /** A request to the endpoint has ended. */
        void ended(Endpoint endpoint);

        /** It takes no more part; what it had open counts as ended. */
        @Override
        void close();
    }
}
