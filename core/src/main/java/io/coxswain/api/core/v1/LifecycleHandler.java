// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

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
}
