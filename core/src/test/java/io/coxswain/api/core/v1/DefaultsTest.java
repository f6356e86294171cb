package io.coxswain.api.core.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.value.Bytes;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    @Property(tries = 500, seed = "1")
    void podWithItsDefaultsIsLeftAsItIs(@ForAll long seed) {
        Pod pod = new Pod(ObjectMeta.named("default", "a"), spec(new Random(seed)), PodStatus.EMPTY);

        Pod once = Pod.KIND.defaulted(pod);

        assertSame(once, Pod.KIND.defaulted(once));
    }

    @Property(tries = 200, seed = "2")
    void deploymentWithItsDefaultsIsLeftAsItIs(@ForAll long seed) {
        Deployment plain = Deployment.of("a", 1, Container.of("c", "jvm:a"));
        PodTemplateSpec template = plain.spec().template().withSpec(spec(new Random(seed)));
        Deployment deployment = plain.withSpec(plain.spec().withTemplate(template));

        Deployment once = Deployment.KIND.defaulted(deployment);

        assertSame(once, Deployment.KIND.defaulted(once));
    }

    @Test
    void onlyWhatChangesIsCopied() {
        Container complete = Pod.KIND
                .defaulted(podOf(Container.of("whole", "web:1")))
                .spec()
                .containers()
                .get(0);

        List<Container> containers = Pod.KIND
                .defaulted(podOf(complete, Container.of("other", "web:1")))
                .spec()
                .containers();

        assertSame(complete, containers.get(0));
        assertEquals("IfNotPresent", containers.get(1).imagePullPolicy());
    }

    @Test
    void amountsFinerThanAThousandthAreRoundedUpHoweverLargeTheyAre() {
        Container container = Container.of("c", "web:1")
                .withResources(ResourceRequirements.EMPTY.withRequests(Map.of(
                        "cpu", Quantity.parse("100u"),
                        "example.com/large", Quantity.parse("1e30"))));

        Map<String, Quantity> requests = Pod.KIND
                .defaulted(podOf(container))
                .spec()
                .containers()
                .get(0)
                .resources()
                .requests();

        assertEquals("1m", String.valueOf(requests.get("cpu")));
        assertEquals(Quantity.parse("1e30"), requests.get("example.com/large"));
    }

    private static Pod podOf(Container... containers) {
        return new Pod(ObjectMeta.named("default", "a"), PodSpec.of(containers), PodStatus.EMPTY);
    }

    private static PodSpec spec(Random random) {
        List<Container> containers = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            containers.add(container(random));
        }
        return PodSpec.EMPTY.with(builder -> builder.containers(containers)
                .initContainers(random.nextBoolean() ? List.of() : List.of(container(random)))
                .hostNetwork(random.nextBoolean())
                .restartPolicy(random.nextBoolean() ? "" : "Never")
                .enableServiceLinks(random.nextBoolean() ? null : Boolean.FALSE)
                .overhead(amounts(random))
                .volumes(random.nextBoolean() ? List.of() : List.of(volume(random))));
    }

    private static Container container(Random random) {
        return Container.of("c", random.nextBoolean() ? "web" : "registry:5000/web:1")
                .with(builder -> builder.imagePullPolicy(random.nextBoolean() ? "" : "Never")
                        .ports(List.of(new ContainerPort("", 80, "", 0, random.nextBoolean() ? "" : "UDP")))
                        .env(List.of(variable(random), EnvVar.of("B", "b")))
                        .lifecycle(random.nextBoolean() ? null : new Lifecycle(null, handler(random)))
                        .readinessProbe(probe(random))
                        .livenessProbe(probe(random))
                        .resources(new ResourceRequirements(List.of(), amounts(random), amounts(random))));
    }

    private static EnvVar variable(Random random) {
        ObjectFieldSelector field = new ObjectFieldSelector(random.nextBoolean() ? "" : "v1", "metadata.name");
        return new EnvVar("A", "", random.nextBoolean() ? null : EnvVarSource.EMPTY.withFieldRef(field));
    }

    private static LifecycleHandler handler(Random random) {
        return LifecycleHandler.EMPTY.withHttpGet(http(random));
    }

    private static @Nullable HTTPGetAction http(Random random) {
        String path = random.nextBoolean() ? "" : "/healthz";
        String scheme = random.nextBoolean() ? "" : "HTTPS";
        return random.nextBoolean() ? null : new HTTPGetAction("", List.of(), path, IntOrString.of(80), scheme);
    }

    private static @Nullable Probe probe(Random random) {
        if (random.nextBoolean()) {
            return null;
        }
        return Probe.EMPTY.with(builder -> builder.httpGet(http(random))
                .periodSeconds(random.nextInt(2))
                .failureThreshold(random.nextInt(2))
                .grpc(random.nextBoolean() ? null : new GRPCAction(80, random.nextBoolean() ? null : "a")));
    }

    private static Map<String, Quantity> amounts(Random random) {
        return random.nextBoolean() ? Map.of() : Map.of("cpu", Quantity.parse(random.nextBoolean() ? "1500u" : "2"));
    }

    @Test
    void textOfASecretBecomesBytes() {
        Secret secret = Secret.KIND.defaulted(new Secret(
                ObjectMeta.named("s"),
                "",
                Map.of("a", Bytes.ofUtf8("old"), "b", Bytes.ofUtf8("kept")),
                null,
                Map.of("a", "new", "c", "more")));

        assertEquals("Opaque", secret.type());
        assertEquals(Map.of(), secret.stringData());
        assertEquals(
                Map.of("a", Bytes.ofUtf8("new"), "b", Bytes.ofUtf8("kept"), "c", Bytes.ofUtf8("more")), secret.data());
        assertSame(secret, Secret.KIND.defaulted(secret));
    }

    private static Volume volume(Random random) {
        Volume empty = VolumeBuilder.builder().name("v").build();
        return random.nextBoolean() ? empty : empty.withSecret(new SecretVolumeSource(null, List.of(), null, "s"));
    }
}
