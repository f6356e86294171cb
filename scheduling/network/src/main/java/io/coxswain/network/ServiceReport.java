package io.coxswain.network;

import io.coxswain.api.core.v1.Service;
import io.coxswain.api.meta.v1.Condition;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.endpoint.ServedPorts;
import io.coxswain.environment.Environment;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.event.EventRecorder;
import io.coxswain.event.EventType;
import io.coxswain.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells on a Service where it is served: ports that differ from the spec's in an annotation (see {@link ServedPorts}), what is
 * wrong in a condition and in a Warning Event. A Service that is served as its spec says is not written to.
 */
final class ServiceReport {
    static final String CONDITION = "coxswain.io/PortsServed";
    private static final int MAX_CONFLICTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ServiceReport.class);

    private final AsyncClient client;
    private final Environment environment;
    private final EventRecorder events;

    ServiceReport(AsyncClient client, Environment environment) {
        this.client = client.withCause(Cause.by("service-proxy"));
        this.environment = environment;
        events = EventRecorder.create(client, environment, "service-proxy");
    }

    void warn(Service service, PortProblem problem) {
        events.event(service, EventType.WARNING, problem.reason(), problem.message());
    }

    /** A port that couldn't be had is served where it should be. */
    void recovered(Service service, ServicePortRef ref) {
        events.event(
                service,
                EventType.NORMAL,
                "PortServed",
                "port " + ref.address() + ":" + ref.port() + " is free again and served");
    }

    /** Writes what differs from what the Service says already. */
    void tell(Service service, List<PortProblem> problems, Map<Integer, Integer> served) {
        String note = ServedPorts.format(served);
        annotated(service, note)
                .thenCompose(any -> conditioned(service.key(), service, problems, 0))
                .whenComplete((any, failure) -> complain(service.key(), failure));
    }

    private CompletionStage<Service> annotated(Service service, String note) {
        if (ServedPorts.noteOf(service).equals(note)) {
            return CompletableFuture.completedStage(service);
        }
        return client.patch(
                Service.KIND, service.key(), stored -> stored.withMetadata(ServedPorts.noted(stored.metadata(), note)));
    }

    private CompletionStage<?> conditioned(ResourceKey key, Service seen, List<PortProblem> problems, int conflicts) {
        if (withCondition(seen, problems).equals(seen)) {
            return CompletableFuture.completedStage(seen);
        }
        return client.find(Service.KIND, key)
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedStage(seen)
                        : client.updateStatus(withCondition(found.get(), problems)))
                .handle((stored, failure) -> {
                    boolean again = cause(failure) instanceof ConflictException && conflicts < MAX_CONFLICTS;
                    return again
                            ? conditioned(key, seen, problems, conflicts + 1)
                            : failure == null
                                    ? CompletableFuture.completedStage(stored)
                                    : CompletableFuture.<Service>failedStage(failure);
                })
                .thenCompose(stage -> stage);
    }

    /** The Service itself if it says so already. */
    private Service withCondition(Service service, List<PortProblem> problems) {
        List<Condition> conditions = new ArrayList<>(service.status().conditions());
        int at = 0;
        while (at < conditions.size() && !conditions.get(at).type().equals(CONDITION)) {
            at++;
        }
        boolean known = at < conditions.size();
        Condition wanted = condition(problems);
        boolean same = known
                && conditions.get(at).status().equals(wanted.status())
                && conditions.get(at).message().equals(wanted.message());
        if (same || (!known && problems.isEmpty())) {
            return service;
        }
        boolean turned = !known || !conditions.get(at).status().equals(wanted.status());
        Condition stamped = wanted.withLastTransitionTime(
                turned ? environment.now() : conditions.get(at).lastTransitionTime());
        if (known) {
            conditions.set(at, stamped);
        } else {
            conditions.add(stamped);
        }
        return service.withStatus(service.status().withConditions(conditions));
    }

    private static Condition condition(List<PortProblem> problems) {
        return problems.isEmpty()
                ? Condition.of(CONDITION, "True", "Served", "")
                : Condition.of(
                        CONDITION,
                        "False",
                        problems.get(0).reason(),
                        problems.stream().map(PortProblem::message).collect(Collectors.joining("; ")));
    }

    private static void complain(ResourceKey key, @Nullable Throwable failure) {
        Throwable cause = cause(failure);
        if (cause != null && !(cause instanceof NotFoundException)) {
            LOG.atWarn()
                    .addKeyValue("service", key)
                    .setCause(cause)
                    .log("Where a Service is served couldn't be written to it");
        }
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
