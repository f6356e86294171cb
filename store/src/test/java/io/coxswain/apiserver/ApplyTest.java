package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.apps.v1.Deployment;
import io.coxswain.api.apps.v1.DeploymentSpec;
import io.coxswain.api.apps.v1.DeploymentSpecBuilder;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodTemplateSpec;
import io.coxswain.api.meta.v1.LabelSelector;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.ResourceKey;
import io.coxswain.value.Ordered;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyTest extends ApiServerTestBase {

    private static Site.Page page(String name, String title, int size) {
        return new Site.Page(name, title, size);
    }

    private Site now() {
        return client.get(Site.KIND, "a");
    }

    @Test
    void applyCreatesWithDefaults() {
        Site created = client.apply(Site.of("a", 1), "me");
        assertEquals("plain", created.spec().theme());
        assertEquals(1, created.metadata().generation());
    }

    @Test
    void sameApplyCommitsNothing() {
        client.apply(Site.of("a", 1), "me");
        client.updateStatus(now().withReady(1));
        long revision = store.revision();
        client.apply(Site.of("a", 1), "me");
        assertEquals(revision, store.revision());
    }

    @Test
    void whatIsSetNowIsSet() {
        client.apply(Site.of("a", 1), "me");
        Site applied = client.apply(Site.of("a", 3).withTheme("dark"), "me");
        assertEquals(3, applied.spec().replicas());
        assertEquals("dark", applied.spec().theme());
        assertEquals(2, applied.metadata().generation());
    }

    @Test
    void whatWasSetAndIsNoLongerGoesBackToItsDefault() {
        Map<String, String> options = Ordered.with(Ordered.map("x", "1"), "y", "2");
        client.apply(Site.of("a", 1).withTheme("dark").withOptions(options), "me");
        Site applied = client.apply(Site.of("a", 1).withOptions(Ordered.map("y", "2")), "me");
        assertEquals("plain", applied.spec().theme());
        assertEquals(Ordered.map("y", "2"), applied.spec().options());
    }

    @Test
    void whatOthersWroteStays() {
        client.apply(Site.of("a", 1).withOptions(Ordered.map("x", "1")), "me");
        Site stored = now();
        client.update(stored.withTheme("dark")
                .withOptions(Ordered.with(stored.spec().options(), "theirs", "2"))
                .withMeta(stored.metadata().withLabel("team", "blue")));
        Site applied = client.apply(Site.of("a", 2), "me");
        assertEquals("dark", applied.spec().theme());
        assertEquals(Ordered.map("theirs", "2"), applied.spec().options());
        assertEquals("blue", applied.labels().get("team"));
    }

    @Test
    void keyedListsMergeByKey() {
        client.apply(Site.of("a", 1).withPages(page("home", "Home", 1), page("old", "Old", 1)), "me");
        Site stored = now();
        client.update(stored.withPages(page("home", "Home", 7), page("old", "Old", 1), page("theirs", "T", 1)));
        Site applied = client.apply(Site.of("a", 1).withPages(page("new", "New", 1), page("home", "Start", 0)), "me");
        assertEquals(
                List.of(page("new", "New", 1), page("home", "Start", 0), page("theirs", "T", 1)),
                applied.spec().pages(),
                "size was set by me and no longer is; theirs stays");
    }

    @Test
    void finalizersMergeAsSet() {
        client.apply(Site.of("a", 1).withMeta(ObjectMeta.named("default", "a").withFinalizer("me.io/x")), "me");
        client.update(now().withMeta(now().metadata().withFinalizer("you.io/y")));
        Site applied = client.apply(Site.of("a", 1), "me");
        assertEquals(List.of("you.io/y"), applied.metadata().finalizers());
    }

    @Test
    void fieldOfAnotherManagerIsConflictThatNamesBoth() {
        client.apply(Site.of("a", 1).withPages(page("home", "Home", 1)), "me");
        long revision = store.revision();
        ConflictException refused = assertThrows(
                ConflictException.class,
                () -> client.apply(Site.of("a", 2).withPages(page("home", "Start", 1)), "you"));
        assertEquals(
                "Site default/a: you applies other values than me did for spec.replicas;"
                        + " me did for spec.pages[name=home].title:"
                        + " leave the fields out, agree on the values, or force",
                refused.getMessage());
        assertEquals(revision, store.revision());
    }

    @Test
    void forceTakesTheFieldAndAgreementSharesIt() {
        client.apply(Site.of("a", 1), "me");
        assertEquals(
                2,
                client.apply(Site.of("a", 2), "you", ApplyConflicts.FORCE)
                        .spec()
                        .replicas());
        assertThrows(ConflictException.class, () -> client.apply(Site.of("a", 1), "me"));
        client.apply(Site.of("a", 2), "me");
        assertEquals(
                2,
                client.apply(Site.of("a", 0), "you").spec().replicas(),
                "who gives up a shared field doesn't remove it");
    }

    @Test
    void applyNeedsManager() {
        assertThrows(BadRequestException.class, () -> client.apply(Site.of("a", 1), ""));
    }

    private static Deployment deployment(Integer replicas, Container... containers) {
        Map<String, String> labels = Ordered.map("app", "web");
        DeploymentSpec spec = DeploymentSpecBuilder.builder()
                .replicas(replicas)
                .selector(LabelSelector.EMPTY.withMatchLabels(labels))
                .template(new PodTemplateSpec(
                        ObjectMeta.EMPTY.withLabels(labels),
                        PodSpecBuilder.builder()
                                .containers(Arrays.asList(containers))
                                .build()))
                .build();
        return new Deployment(ObjectMeta.named("default", "web"), spec, null);
    }

    private static Container container(String image, ContainerPort... ports) {
        return ContainerBuilder.builder()
                .name("app")
                .image(image)
                .ports(List.of(ports))
                .build();
    }

    @Test
    void deploymentKeepsReplicasOfWhoScalesItAndPortsByTheirDefaults() {
        ContainerPort port = new ContainerPort("", 80, "", 0, "");
        client.apply(deployment(null, container("i:1", port)), "me");
        client.patch(
                Deployment.KIND,
                ResourceKey.of("default", "web"),
                read -> new Deployment(
                        read.metadata(),
                        DeploymentSpecBuilder.builder(read.spec()).replicas(5).build(),
                        read.status()));
        Deployment applied = client.apply(deployment(null, container("i:2", port)), "me");
        assertEquals(5, applied.spec().replicas());
        Container stored = applied.spec().template().spec().containers().get(0);
        assertEquals("i:2", stored.image());
        assertEquals(1, stored.ports().size());
        assertEquals("TCP", stored.ports().get(0).protocol());
        long revision = store.revision();
        client.apply(deployment(null, container("i:2", port)), "me");
        assertEquals(revision, store.revision());
        assertTrue(applied.metadata().generation() >= 3);
    }
}
