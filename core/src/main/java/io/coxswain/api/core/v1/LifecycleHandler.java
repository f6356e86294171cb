// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import io.coxswain.value.Described;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One action of a lifecycle; exactly one is set. */
public record LifecycleHandler(
        @Nullable ExecAction exec,
        @Nullable HTTPGetAction httpGet,
        @Nullable SleepAction sleep,
        @Nullable TCPSocketAction tcpSocket) {
    /** Nothing is set. */
    public static final LifecycleHandler EMPTY = new LifecycleHandler(null, null, null, null);

    /** This with another {@code exec}. */
    public LifecycleHandler withExec(@Nullable ExecAction exec) {
        return new LifecycleHandler(exec, httpGet, sleep, tcpSocket);
    }

    /** This with another {@code httpGet}. */
    public LifecycleHandler withHttpGet(@Nullable HTTPGetAction httpGet) {
        return new LifecycleHandler(exec, httpGet, sleep, tcpSocket);
    }

    /** This with another {@code sleep}. */
    public LifecycleHandler withSleep(@Nullable SleepAction sleep) {
        return new LifecycleHandler(exec, httpGet, sleep, tcpSocket);
    }

    /** This with another {@code tcpSocket}. */
    public LifecycleHandler withTcpSocket(@Nullable TCPSocketAction tcpSocket) {
        return new LifecycleHandler(exec, httpGet, sleep, tcpSocket);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LifecycleHandler that
                        && Objects.equals(exec, that.exec)
                        && Objects.equals(httpGet, that.httpGet)
                        && Objects.equals(sleep, that.sleep)
                        && Objects.equals(tcpSocket, that.tcpSocket));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = Objects.hashCode(exec);
        hash = 31 * hash + Objects.hashCode(httpGet);
        hash = 31 * hash + Objects.hashCode(sleep);
        hash = 31 * hash + Objects.hashCode(tcpSocket);
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
