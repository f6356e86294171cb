// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/** How the health of a container is asked for, how often and with what patience. */
@RecordBuilder
public record Probe(
        @Nullable ExecAction exec,
        int failureThreshold,
        @Nullable GRPCAction grpc,
        @Nullable HTTPGetAction httpGet,
        int initialDelaySeconds,
        int periodSeconds,
        int successThreshold,
        @Nullable TCPSocketAction tcpSocket,
        @Nullable Long terminationGracePeriodSeconds,
        int timeoutSeconds)
        implements ProbeBuilder.With {
    /** Nothing is set. */
    public static final Probe EMPTY = new Probe(null, 0, null, null, 0, 0, 0, null, null, 0);
}
