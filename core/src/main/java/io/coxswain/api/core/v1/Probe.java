// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Probe that
                        && timeoutSeconds == that.timeoutSeconds
                        && successThreshold == that.successThreshold
                        && periodSeconds == that.periodSeconds
                        && initialDelaySeconds == that.initialDelaySeconds
                        && failureThreshold == that.failureThreshold
                        && Objects.equals(exec, that.exec)
                        && Objects.equals(grpc, that.grpc)
                        && Objects.equals(httpGet, that.httpGet)
                        && Objects.equals(tcpSocket, that.tcpSocket)
                        && Objects.equals(terminationGracePeriodSeconds, that.terminationGracePeriodSeconds));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(exec);
        hash = 31 * hash + Integer.hashCode(failureThreshold);
        hash = 31 * hash + Objects.hashCode(grpc);
        hash = 31 * hash + Objects.hashCode(httpGet);
        hash = 31 * hash + Integer.hashCode(initialDelaySeconds);
        hash = 31 * hash + Integer.hashCode(periodSeconds);
        hash = 31 * hash + Integer.hashCode(successThreshold);
        hash = 31 * hash + Objects.hashCode(tcpSocket);
        hash = 31 * hash + Objects.hashCode(terminationGracePeriodSeconds);
        hash = 31 * hash + Integer.hashCode(timeoutSeconds);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
