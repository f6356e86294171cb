package io.coxswain.testkit;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.ReplicaSet;
import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.Node;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.client.Client;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.function.Function;

/** How a cluster is, for a person whose test has failed. */
final class Description {
    private final StringBuilder text = new StringBuilder();
    private final Client client;

    private Description(Client client) {
        this.client = client;
    }

    static String of(Client client) {
        Description description = new Description(client);
        description.add(
                Node.KIND,
                node -> node.spec().taints() + " "
                        + node.status().condition("Ready").map(Object::toString).orElse("no word yet"));
        description.add(
                Deployment.KIND,
                deployment -> "replicas "
                        + deployment.spec().replicas() + ", generation "
                        + deployment.metadata().generation() + ", " + deployment.status());
        description.add(
                ReplicaSet.KIND,
                set -> "replicas " + set.spec().replicas() + ", generation "
                        + set.metadata().generation() + ", " + set.status());
        description.add(Pod.KIND, Description::pod);
        description.add(Event.KIND, event -> event.reason() + ": " + event.message() + " (" + event.count() + ")");
        return description.text.toString();
    }

    private static String pod(Pod pod) {
        return pod.status().phase() + (pod.isReady() ? ", ready" : ", not ready")
                + (pod.metadata().isDeleting() ? ", deleting" : "") + " on "
                + (pod.spec().nodeName().isEmpty() ? "no node" : pod.spec().nodeName()) + " "
                + pod.status().conditions();
    }

    private <R extends Resource<R>> void add(Kind<R> kind, Function<R, String> how) {
        client.list(kind)
                .forEach(object -> text.append(kind)
                        .append(' ')
                        .append(object.key())
                        .append(": ")
                        .append(how.apply(object))
                        .append('\n'));
    }
}
