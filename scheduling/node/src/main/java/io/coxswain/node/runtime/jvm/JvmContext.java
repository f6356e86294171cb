package io.coxswain.node.runtime.jvm;

import io.coxswain.environment.Environment;
import io.coxswain.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What a worker of this JVM is given. Thread-safe. */
public interface JvmContext {

    /** The pod that it runs in. */
    ResourceKey pod();

    /** The pod's own IP address: listen here. */
    String address();

    /**
     * The first containerPort, as told by the variable {@code PORT}.
     *
     * @throws IllegalStateException if the container declares no port
     */
    int port();

    /** The variables that a process would get: those of the pod, of the Services, of the container. */
    Map<String, String> variables();

    /** The container's args. */
    List<String> args();

    /** Time, threads and waiting; the worker is part of whatever runs in it, also of a simulation. */
    Environment environment();

    /** It is ready for requests. Only needed after {@link #notReady()}, or in a pod with the annotation {@code coxswain.io/notify: "true"}, which isn't ready before this. */
    void ready();

    /** It isn't ready for requests until {@link #ready()}. */
    void notReady();

    /** Adds a line to the container's log. */
    void log(String line);

    /** Completes when it is to stop. */
    CompletionStage<Void> stopping();

    /** Waits until it is to stop. Returns at once if it is to stop already. */
    void awaitStop();
}
