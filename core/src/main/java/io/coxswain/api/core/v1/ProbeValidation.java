package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the probes and the lifecycle of a container. */
final class ProbeValidation {
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
    private static final String ONE_HANDLER = "may not specify more than 1 handler type";

    private ProbeValidation() {}

    /** A container that keeps running may have all of these. */
    static void all(Container container, PodScope pod, FieldErrors errors) {
        Lifecycle lifecycle = container.lifecycle();
        if (lifecycle != null) {
            FieldErrors at = errors.at("lifecycle");
            lifecycleHandler("postStart", lifecycle.postStart(), pod, at);
            lifecycleHandler("preStop", lifecycle.preStop(), pod, at);
        }
        onceIsEnough("livenessProbe", container.livenessProbe(), errors);
        readiness(container.readinessProbe(), errors);
        onceIsEnough("startupProbe", container.startupProbe(), errors);
    }

    private static void onceIsEnough(String field, @Nullable Probe probe, FieldErrors errors) {
        if (probe != null) {
            FieldErrors at = errors.at(field);
            probe(probe, at);
            if (probe.successThreshold() != 1) {
                at.at("successThreshold").invalid(probe.successThreshold(), "must be 1");
            }
        }
    }

    private static void readiness(@Nullable Probe probe, FieldErrors errors) {
        if (probe != null) {
            FieldErrors at = errors.at("readinessProbe");
            probe(probe, at);
            if (probe.terminationGracePeriodSeconds() != null) {
                at.at("terminationGracePeriodSeconds")
                        .invalid(probe.terminationGracePeriodSeconds(), "must not be set for readinessProbes");
            }
        }
    }

    private static void probe(Probe probe, FieldErrors errors) {
        boolean handled = exec(probe.exec(), errors);
        handled = http(probe.httpGet(), handled, errors);
        handled = tcp(probe.tcpSocket(), handled, errors);
        GRPCAction grpc = probe.grpc();
        if (grpc != null && handled) {
            errors.at("grpc").forbidden(ONE_HANDLER);
        } else if (grpc != null) {
            handled = true;
            PortRules.requireNumber("port", grpc.port(), errors.at("grpc"));
        }
        requireHandler(handled, errors);
        errors.requireNotNegative("initialDelaySeconds", probe.initialDelaySeconds());
        errors.requireNotNegative("timeoutSeconds", probe.timeoutSeconds());
        errors.requireNotNegative("periodSeconds", probe.periodSeconds());
        errors.requireNotNegative("successThreshold", probe.successThreshold());
        errors.requireNotNegative("failureThreshold", probe.failureThreshold());
        Long grace = probe.terminationGracePeriodSeconds();
        if (grace != null && grace <= 0) {
            errors.at("terminationGracePeriodSeconds").invalid(grace, "must be greater than 0");
        }
    }

    private static void lifecycleHandler(
            String field, @Nullable LifecycleHandler handler, PodScope pod, FieldErrors lifecycle) {
        if (handler != null) {
            FieldErrors errors = lifecycle.at(field);
            boolean handled = exec(handler.exec(), errors);
            handled = http(handler.httpGet(), handled, errors);
            handled = tcp(handler.tcpSocket(), handled, errors);
            handled = sleep(handler.sleep(), handled, pod, errors);
            requireHandler(handled, errors);
        }
    }

    private static void requireHandler(boolean handled, FieldErrors errors) {
        if (!handled) {
            errors.required("must specify a handler type");
        }
    }

    private static boolean exec(@Nullable ExecAction exec, FieldErrors errors) {
        if (exec != null && exec.command().isEmpty()) {
            errors.at("exec").at("command").required("");
        }
        return exec != null;
    }

    private static boolean http(@Nullable HTTPGetAction http, boolean handled, FieldErrors errors) {
        if (http == null) {
            return handled;
        }
        FieldErrors at = errors.at("httpGet");
        if (handled) {
            at.forbidden(ONE_HANDLER);
            return true;
        }
        at.requireText("path", http.path());
        PortRules.requireNumberOrName("port", http.port(), at);
        if (!SCHEMES.contains(http.scheme())) {
            at.at("scheme").notSupported(http.scheme(), SCHEMES);
        }
        for (HTTPHeader header : http.httpHeaders()) {
            if (!isHeaderName(header.name())) {
                at.at("httpHeaders")
                        .invalid(
                                header.name(),
                                "a valid HTTP header must consist of alphanumeric characters or '-' (e.g."
                                        + " 'X-Header-Name')");
            }
        }
        return true;
    }

    private static boolean isHeaderName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c ->
                                c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    private static boolean tcp(@Nullable TCPSocketAction tcp, boolean handled, FieldErrors errors) {
        if (tcp != null && handled) {
            errors.at("tcpSocket").forbidden(ONE_HANDLER);
        } else if (tcp != null) {
            PortRules.requireNumberOrName("port", tcp.port(), errors.at("tcpSocket"));
        }
        return handled || tcp != null;
    }

    private static boolean sleep(@Nullable SleepAction sleep, boolean handled, PodScope pod, FieldErrors errors) {
        Long grace = pod.spec().terminationGracePeriodSeconds();
        if (sleep != null && handled) {
            errors.at("sleep").forbidden(ONE_HANDLER);
        } else if (sleep != null && grace != null && (sleep.seconds() <= 0 || sleep.seconds() > grace)) {
            errors.at("sleep")
                    .invalid(
                            sleep.seconds(),
                            "must be greater than 0 and less than terminationGracePeriodSeconds (" + grace + ")");
        }
        return handled || sleep != null;
    }
}
