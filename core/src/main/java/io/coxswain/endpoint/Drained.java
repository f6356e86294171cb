package io.coxswain.endpoint;

/**
 * How waiting for an endpoint's users ended.
 *
 * @param complete whether every balancer and proxy had let go of it; false: the bound passed first
 * @param openRequests how many requests were still open then
 */
public record Drained(boolean complete, int openRequests) {}
