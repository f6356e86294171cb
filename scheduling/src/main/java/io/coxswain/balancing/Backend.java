package io.coxswain.balancing;

import io.coxswain.endpoint.Endpoint;
import io.coxswain.endpoint.OpenRequests;

/**
 * An endpoint as a balancer knows it: where it is and how many requests this balancer has open there. The same object as
 * long as the endpoint is known, so a request needs no object of its own: {@link Balancer#begin}, then {@link #end}.
 *
 * <p>Any thread may call anything.
 */
public final class Backend {

    /** What a backend takes. */
    public enum State {
        /** New requests. */
        CANDIDATE,
        /** No new requests for now, such as one that isn't ready; those that are open may go on. */
        STANDBY,
        /** No new requests: it terminates or is gone, and what is open should come to its end. */
        LEAVING
    }

    private final Endpoint endpoint;
    private final OpenRequests requests;
    private volatile State state = State.CANDIDATE;

    Backend(OpenRequests requests) {
        this.endpoint = requests.endpoint();
        this.requests = requests;
    }

    /** Where it is. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Whether it takes new requests. */
    public State state() {
        return state;
    }

    /** How many requests are open, of those begun through this balancer. */
    public long open() {
        return requests.open();
    }

    /** How many requests have begun. */
    public long total() {
        return requests.total();
    }

    /** A request that was begun has ended, however it did. To be called once for each. */
    public void end() {
        requests.ended();
    }

    /**
     * Counts a request, unless this is no candidate any more; see
     * {@link io.coxswain.endpoint.DrainBarrier.Participant} for the order.
     */
    boolean tryBegin() {
        requests.begun();
        if (state == State.CANDIDATE) {
            return true;
        }
        requests.ended();
        return false;
    }

    /** Says whether this changed something. */
    boolean enter(State next) {
        boolean changed = state != next;
        state = next;
        return changed;
    }

    /** No more requests will begin. */
    void close() {
        state = State.LEAVING;
        requests.close();
    }

    /** Such as {@code site-1 (127.80.0.3:8080), 2 open}. */
    @Override
    public String toString() {
        return endpoint.pod().name() + " (" + endpoint.address() + ":" + endpoint.port() + "), " + open() + " open";
    }
}
