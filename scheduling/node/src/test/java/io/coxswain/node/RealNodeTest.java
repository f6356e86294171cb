package io.coxswain.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.ContainerStatus;
import io.coxswain.api.core.v1.EnvVar;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.HTTPGetAction;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.api.core.v1.ProbeBuilder;
import io.coxswain.apiserver.ApiServer;
import io.coxswain.client.Client;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.client.WatchListener;
import io.coxswain.endpoint.AddressBlock;
import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.jvm.JvmRuntime;
import io.coxswain.node.runtime.process.ProcessRuntime;
import io.coxswain.selector.Selection;
import io.coxswain.store.memory.MemoryStore;
import io.coxswain.value.IntOrString;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent with real processes, sockets and time. */
class RealNodeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Environment ENVIRONMENT = Environment.system();

    private MemoryStore store;
    private Client client;
    private AddressBlock block;
    private NodeAgent agent;

    @BeforeEach
    void start() {
        store = MemoryStore.create(ENVIRONMENT);
        client = ApiServer.builder(store, ENVIRONMENT).start().client();
        block = AddressBlock.claim();
        agent = NodeAgent.builder(ENVIRONMENT, client.async())
                .name("n1")
                .runtime(ProcessRuntime.create(ENVIRONMENT))
                .runtime(JvmRuntime.create(ENVIRONMENT, Map.of("clock", context -> {
                    context.ready();
                    context.awaitStop();
                })))
                .addresses(block)
                .build();
        ENVIRONMENT.await(agent.start(), LIMIT);
    }

    @AfterEach
    void stop() {
        ENVIRONMENT.await(agent.stop(Duration.ofSeconds(5)), LIMIT);
        block.close();
        store.close();
    }

    @Test
    void processServesIsRestartedAfterItsKillAndEndsWithItsPod() {
        Pod created = client.create(SimulatedNode.pod(
                UnaryOperator.identity(),
                container -> container
                        .image("java:" + PageServer.class.getName())
                        .command(List.of())
                        .args(List.of("$(GUEST)"))
                        .env(List.of(new EnvVar("GUEST", "guests", null)))
                        .ports(List.of(new ContainerPort("http", 8080, "", 0, "TCP")))
                        .readinessProbe(probe())));
        await(created, Pod::isReady);
        assertEquals(
                List.of("serving as web for guests"),
                ENVIRONMENT.await(worker().log().tail(1), LIMIT));
        ProcessHandle first = process(worker());
        first.destroyForcibly();
        Pod again = await(created, pod -> pod.isReady() && container(pod).restartCount() == 1);
        assertEquals(137, container(again).lastState().terminated().exitCode());
        ProcessHandle second = process(worker());
        client.delete(again);
        await(created, pod -> false);
        ENVIRONMENT.await(second.onExit(), LIMIT);
        assertFalse(second.isAlive());
    }

    @Test
    void processIsReadyWhenItSaysSo() {
        Assumptions.assumeTrue(new File("/usr/bin/perl").canExecute(), "needs perl");
        String script = "use Socket; socket(my $s, PF_UNIX, SOCK_DGRAM, 0);"
                + " my $to = pack_sockaddr_un($ENV{NOTIFY_SOCKET});"
                + " sub say_it { send($s, $_[0], 0, $to) or die $! }"
                + " say_it(\"STATUS=warming up for $ENV{WATCHDOG_USEC}\\nREADY=1\");"
                + " $SIG{TERM} = sub { say_it('STOPPING=1'); exit 0 }; sleep 1 while 1";
        Pod notifying = SimulatedNode.pod(
                UnaryOperator.identity(), container -> container.command(List.of("/usr/bin/perl", "-e", script)));
        notifying = notifying.withMetadata(notifying
                .metadata()
                .withAnnotation(PodAnnotations.NOTIFY, "true")
                .withAnnotation(PodAnnotations.WATCHDOG_SECONDS, "30"));
        Pod created = client.create(notifying);
        Pod ready = await(created, Pod::isReady);
        assertTrue(ready.status().phase().equals("Running"));
        awaitEvent("Container web: warming up for 30000000");
        client.delete(ready);
        await(created, pod -> false);
    }

    private void awaitEvent(String message) {
        CompletableFuture<Void> found = new CompletableFuture<>();
        look(message, found);
        ENVIRONMENT.await(found, LIMIT);
    }

    private void look(String message, CompletableFuture<Void> found) {
        ENVIRONMENT.schedule(Duration.ofMillis(5), ENVIRONMENT.workers("look", 1), () -> {
            if (client.list(Event.KIND).stream()
                    .anyMatch(event -> event.message().equals(message))) {
                found.complete(null);
            } else {
                look(message, found);
            }
        });
    }

    @Test
    void workerOfThisJvmRunsAsAPod() {
        Pod created = client.create(SimulatedNode.pod(
                UnaryOperator.identity(),
                container -> container.image("jvm:clock").command(List.of())));
        Pod ready = await(created, Pod::isReady);
        assertTrue(container(ready).containerID().startsWith("jvm://"));
        client.delete(ready);
        await(created, pod -> false);
    }

    @Test
    void missingCommandShowsInTheStatus() {
        Pod created = client.create(SimulatedNode.pod(
                spec -> spec.restartPolicy("Never"), container -> container.command(List.of("jave", "-version"))));
        Pod failed = await(created, pod -> pod.status().phase().equals("Failed"));
        assertTrue(container(failed).state().terminated().message().contains("no such command 'jave' on the PATH"));
        assertEquals(127, container(failed).state().terminated().exitCode());
    }

    @Test
    void nodeTellsWhatItsRuntimesDoNotDo() {
        Node node = client.get(Node.KIND, "n1");
        assertTrue(node.status().conditions().stream()
                .anyMatch(condition -> condition.type().equals("ResourceLimitsNotEnforced")
                        && condition.status().equals("True")));
    }

    private static Probe probe() {
        return ProbeBuilder.builder(Probe.EMPTY)
                .httpGet(new HTTPGetAction("", List.of(), "/", IntOrString.of("http"), ""))
                .build();
    }

    private Worker worker() {
        return ENVIRONMENT.await(agent.worker(SimulatedNode.WEB, "web"), LIMIT).orElseThrow();
    }

    private static ProcessHandle process(Worker worker) {
        return ProcessHandle.of(Long.parseLong(worker.id().substring("process://".length())))
                .orElseThrow();
    }

    private static ContainerStatus container(Pod pod) {
        return pod.status().containerStatuses().get(0);
    }

    /** The pod when it is so, or its last state when it is removed. */
    @SuppressWarnings("try") // the watch does its work by being open
    private Pod await(Pod since, Predicate<Pod> condition) {
        CompletableFuture<Pod> found = new CompletableFuture<>();
        WatchFrom from = WatchFrom.revision(since.metadata().resourceVersion());
        try (Watch watch = client.watch(Pod.KIND, from, Selection.all(), new WatchListener<Pod>() {
            @Override
            public void onEvents(List<WatchEvent<Pod>> events) {
                for (WatchEvent<Pod> event : events) {
                    if (event.type() == WatchEvent.Type.DELETED || condition.test(event.object())) {
                        found.complete(event.object());
                    }
                }
            }

            @Override
            public void onEnd(WatchEnd cause) {
                found.completeExceptionally(new AssertionError(cause));
            }
        })) {
            return ENVIRONMENT.await(found, LIMIT);
        }
    }
}
