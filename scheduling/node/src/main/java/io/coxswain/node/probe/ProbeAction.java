package io.coxswain.node.probe;

import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.ExecAction;
import io.coxswain.api.core.v1.HTTPGetAction;
import io.coxswain.api.core.v1.HTTPHeader;
import io.coxswain.api.core.v1.TCPSocketAction;
import io.coxswain.node.runtime.PodSandbox;
import io.coxswain.value.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a probe or a hook does, with addresses and ports resolved. */
public sealed interface ProbeAction {

    /** Runs a command; exit code 0 is success. */
    record Exec(List<String> command) implements ProbeAction {
        public Exec {
            command = List.copyOf(command);
        }
    }

    /** Gets a path; a status from 200 to 399 is success, redirections to the same host are followed. */
    record Http(String scheme, String host, int port, String path, List<HTTPHeader> headers) implements ProbeAction {
        public Http {
            headers = List.copyOf(headers);
        }
    }

    /** Connects. */
    record Tcp(String host, int port) implements ProbeAction {}

    /**
     * Resolves the action of a probe or hook; the first that is given counts.
     *
     * @param sandbox the pod, for actions that name no host, and for ports that are bound as others
     * @throws IllegalArgumentException if a port's name isn't one of the container's, or no action is given
     */
    static ProbeAction of(
            Container container,
            PodSandbox sandbox,
            @Nullable ExecAction exec,
            @Nullable HTTPGetAction http,
            @Nullable TCPSocketAction tcp) {
        if (exec != null) {
            return new Exec(exec.command());
        }
        if (http != null) {
            return new Http(
                    http.scheme().isEmpty() ? "HTTP" : http.scheme(),
                    http.host().isEmpty() ? sandbox.address() : http.host(),
                    port(container, sandbox, http.port()),
                    http.path().startsWith("/") ? http.path() : "/" + http.path(),
                    http.httpHeaders());
        }
        if (tcp != null) {
            return new Tcp(tcp.host().isEmpty() ? sandbox.address() : tcp.host(), port(container, sandbox, tcp.port()));
        }
        throw new IllegalArgumentException(
                "container " + container.name() + ": a probe needs one of exec, httpGet, tcpSocket");
    }

    private static int port(Container container, PodSandbox sandbox, IntOrString port) {
        if (port.isNumber()) {
            return sandbox.port(port.number());
        }
        return container.ports().stream()
                .filter(declared -> declared.name().equals(port.text()))
                .map(ContainerPort::containerPort)
                .findFirst()
                .map(sandbox::port)
                .orElseThrow(() -> new IllegalArgumentException("container " + container.name() + ": port '"
                        + port.text() + "' of a probe is none of its ports: name one of them so"));
    }
}
