package io.coxswain.network;

import io.coxswain.environment.Environment;
import java.util.concurrent.Executor;

/**
 * What all ports of a proxy share.
 *
 * @param environment for time
 * @param serial where everything is decided
 * @param loops where sockets are
 * @param options how the proxy behaves
 * @param traffic counts
 */
record ForwardContext(
        Environment environment, Executor serial, EventLoops loops, ProxyOptions options, TrafficLog traffic) {}
