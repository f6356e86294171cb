package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.admission.AdmissionRequest;
import io.coxswain.api.core.v1.Namespace;
import io.coxswain.api.core.v1.NamespaceSpec;
import io.coxswain.api.core.v1.NamespaceStatus;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Cause;
import io.coxswain.client.Client;
import io.coxswain.client.Committed;
import io.coxswain.client.Transaction;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.ForbiddenException;
import io.coxswain.error.InternalErrorException;
import io.coxswain.error.InvalidException;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.Propagation;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ApiServerTest extends ApiServerTestBase {

    @Test
    void startCreatesTheNamespacesOnce() {
        assertEquals(
                ApiServer.NAMESPACES.stream().sorted().toList(),
                client.list(Namespace.KIND).stream()
                        .map(namespace -> namespace.metadata().name())
                        .toList());
        long revision = store.revision();
        ApiServer.builder(store, environment).start();
        assertEquals(revision, store.revision());
        assertEquals("Active", client.get(Namespace.KIND, "default").status().phase());
    }

    @Test
    void createGivesWhatIsTheServersToSay() {
        Instant before = environment.now().minusSeconds(1);
        ObjectMeta forged = ObjectMeta.named("", "a")
                .withUid("mine")
                .withGeneration(9)
                .withCreationTimestamp(Instant.EPOCH)
                .withDeletionTimestamp(Instant.EPOCH);
        Site created = client.create(Site.of("a", 1).withMeta(forged).withReady(7));
        ObjectMeta metadata = created.metadata();
        assertEquals("default", metadata.namespace());
        assertNotEquals("mine", metadata.uid());
        assertFalse(metadata.uid().isEmpty());
        assertEquals(1, metadata.generation());
        assertTrue(metadata.creationTimestamp().isAfter(before));
        assertFalse(metadata.isDeleting());
        assertEquals(store.revision(), metadata.resourceVersion());
        assertEquals(0, created.status().ready(), "status is ignored on create");
        assertEquals("plain", created.spec().theme(), "defaults are filled in");
        assertEquals(created, client.get(Site.KIND, "a"));
    }

    @Test
    void podsHaveNoGenerationAndBeginPending() {
        Pod created = client.create(pod("p", ""));
        assertEquals(0, created.metadata().generation());
        assertEquals("Pending", created.status().phase());
    }

    @Test
    void createOfTakenNameIsAlreadyExists() {
        client.create(Site.of("a", 1));
        AlreadyExistsException refused =
                assertThrows(AlreadyExistsException.class, () -> client.create(Site.of("a", 2)));
        assertEquals("Site default/a already exists", refused.getMessage());
    }

    @Test
    void createWithRevisionIsRefused() {
        Site created = client.create(Site.of("a", 1));
        assertThrows(
                BadRequestException.class,
                () -> client.create(created.withMeta(created.metadata().withName("b"))));
    }

    @Test
    void generatedNamesDiffer() {
        Site template = Site.of("", 1).withMeta(ObjectMeta.generated("default", "site-"));
        String first = client.create(template).metadata().name();
        String second = client.create(template).metadata().name();
        assertNotEquals(first, second);
        assertTrue(first.matches("site-[bcdfghjklmnpqrstvwxz2456789]{5}"), first);
    }

    @Test
    void longGeneratedNamesAreCut() {
        ObjectMeta metadata = ObjectMeta.generated("default", "x".repeat(70));
        assertEquals(
                63,
                client.create(Site.of("", 1).withMeta(metadata))
                        .metadata()
                        .name()
                        .length());
    }

    @Test
    void everythingThatIsWrongIsSaid() {
        ObjectMeta metadata = ObjectMeta.named("default", "No Name").withLabel("a b", "c");
        InvalidException refused = assertThrows(
                InvalidException.class, () -> client.create(Site.of("x", -1).withMeta(metadata)));
        assertEquals(
                List.of("metadata.name", "metadata.labels", "spec.replicas"),
                refused.errors().stream().map(error -> error.field()).toList());
        assertEquals(
                "metadata.name",
                assertThrows(InvalidException.class, () -> client.create(Site.of("", 1)))
                        .errors()
                        .get(0)
                        .field());
    }

    @Test
    void namespaceMustExistAndStay() {
        Site site = Site.of("a", 1).withMeta(ObjectMeta.named("shop", "a"));
        assertEquals(
                "Namespace shop not found: create it first",
                assertThrows(NotFoundException.class, () -> client.create(site)).getMessage());
        Namespace shop = namespace("shop", "test.io/hold");
        client.create(shop);
        client.create(site);
        client.delete(client.get(Site.KIND, ResourceKey.of("shop", "a")));
        client.delete(Namespace.KIND, ResourceKey.cluster("shop"));
        assertThrows(ForbiddenException.class, () -> client.create(site));
    }

    private static Namespace namespace(String name, String... finalizers) {
        return new Namespace(
                ObjectMeta.named(name).withFinalizers(List.of(finalizers)), NamespaceSpec.EMPTY, NamespaceStatus.EMPTY);
    }

    @Test
    void namespaceIsDeletedWhenItIsEmpty() {
        client.create(namespace("shop"));
        client.create(Site.of("a", 1).withMeta(ObjectMeta.named("shop", "a")));
        ConflictException refused =
                assertThrows(ConflictException.class, () -> client.delete(Namespace.KIND, ResourceKey.cluster("shop")));
        assertEquals("Namespace shop is not empty: delete its 1 sites first", refused.getMessage());
        client.transaction()
                .delete(Site.KIND, ResourceKey.of("shop", "a"), DeleteOptions.DEFAULT)
                .delete(Namespace.KIND, ResourceKey.cluster("shop"), DeleteOptions.DEFAULT)
                .commit();
        assertTrue(client.find(Namespace.KIND, ResourceKey.cluster("shop")).isEmpty());
        assertThrows(ForbiddenException.class, () -> client.delete(Namespace.KIND, ResourceKey.cluster("default")));
    }

    @Test
    void generationGrowsWithTheSpecOnly() {
        Site created = client.create(Site.of("a", 1));
        Site relabelled = client.update(created.withMeta(created.metadata().withLabel("x", "y")));
        assertEquals(1, relabelled.metadata().generation());
        Site reported = client.updateStatus(relabelled.withReady(1));
        assertEquals(1, reported.metadata().generation());
        assertEquals(2, client.update(reported.withReplicas(5)).metadata().generation());
    }

    @Test
    void updateKeepsTheStatusAndStatusUpdateKeepsTheRest() {
        Site created = client.create(Site.of("a", 1));
        Site reported = client.updateStatus(created.withReplicas(9).withReady(1));
        assertEquals(1, reported.spec().replicas());
        assertEquals(1, reported.status().ready());
        Site updated = client.update(reported.withReplicas(2).withReady(77));
        assertEquals(2, updated.spec().replicas());
        assertEquals(1, updated.status().ready());
    }

    @Test
    void writeThatChangesNothingCommitsNothing() {
        Site created = client.create(Site.of("a", 1));
        long revision = store.revision();
        assertEquals(created, client.update(created));
        assertEquals(created, client.updateStatus(created));
        assertEquals(created, client.update(Site.of("a", 1)), "defaults make it equal");
        assertEquals(created, client.patch(Site.KIND, created.key(), site -> site));
        assertEquals(revision, store.revision());
    }

    @Test
    void staleWriteIsConflictThatSaysWhatToDo() {
        Site created = client.create(Site.of("a", 1));
        Site updated = client.update(created.withReplicas(2));
        ConflictException refused = assertThrows(ConflictException.class, () -> client.update(created.withReplicas(3)));
        assertEquals(
                "Site default/a is at revision " + updated.metadata().resourceVersion() + ", the write expected "
                        + created.metadata().resourceVersion() + ": read it again and reapply",
                refused.getMessage());
        assertThrows(ConflictException.class, () -> client.updateStatus(created.withReady(1)));
        assertThrows(
                ConflictException.class,
                () -> client.update(Site.of("a", 3)
                        .withMeta(ObjectMeta.named("default", "a").withUid("another"))));
        assertEquals(3, client.update(Site.of("a", 3)).spec().replicas(), "without a revision there is no condition");
    }

    @Test
    void writeOfAbsentObjectIsNotFound() {
        assertThrows(NotFoundException.class, () -> client.update(Site.of("a", 1)));
        assertThrows(NotFoundException.class, () -> client.updateStatus(Site.of("a", 1)));
        assertThrows(NotFoundException.class, () -> client.delete(Site.KIND, ResourceKey.of("default", "a")));
        assertThrows(
                NotFoundException.class, () -> client.patch(Site.KIND, ResourceKey.of("default", "a"), site -> site));
    }

    @Test
    void deletionWaitsForFinalizers() {
        ObjectMeta metadata = ObjectMeta.named("default", "a").withFinalizer("test.io/hold");
        Site created = client.create(Site.of("a", 1).withMeta(metadata));
        Committed.Result result = client.delete(created);
        assertEquals(Committed.Effect.TERMINATING, result.effect());
        Site deleting = client.get(Site.KIND, "a");
        assertTrue(deleting.metadata().isDeleting());
        assertEquals(0L, deleting.metadata().deletionGracePeriodSeconds());
        assertEquals(2, deleting.metadata().generation());
        long revision = store.revision();
        client.delete(created);
        assertEquals(revision, store.revision());
        assertThrows(
                InvalidException.class,
                () -> client.update(deleting.withMeta(deleting.metadata().withFinalizer("test.io/more"))));
        client.update(deleting.withMeta(deleting.metadata().withFinalizers(List.of())));
        assertTrue(client.find(Site.KIND, created.key()).isEmpty());
    }

    @Test
    void deletionCanNotBeBegunOrCalledOffByUpdate() {
        Site created = client.create(Site.of("a", 1));
        assertThrows(
                InvalidException.class,
                () -> client.update(created.withMeta(created.metadata().withDeletionTimestamp(Instant.EPOCH))));
        ObjectMeta held = ObjectMeta.named("default", "b").withFinalizer("test.io/hold");
        Site other = client.create(Site.of("b", 1).withMeta(held));
        client.delete(other);
        Site updated = client.update(Site.of("b", 2).withMeta(held));
        assertTrue(updated.metadata().isDeleting());
    }

    @Test
    void deleteConditionsAndPropagation() {
        Site created = client.create(Site.of("a", 1));
        ResourceKey key = created.key();
        assertThrows(
                ConflictException.class, () -> client.delete(Site.KIND, key, DeleteOptions.DEFAULT.withUid("another")));
        assertThrows(
                ConflictException.class, () -> client.delete(Site.KIND, key, DeleteOptions.DEFAULT.withRevision(1)));
        assertThrows(
                BadRequestException.class,
                () -> client.delete(Site.KIND, key, DeleteOptions.DEFAULT.withPropagation(Propagation.FOREGROUND)));
        assertThrows(
                BadRequestException.class,
                () -> client.delete(Site.KIND, key, DeleteOptions.DEFAULT.withPropagation(Propagation.ORPHAN)));
        assertEquals(Committed.Effect.DELETED, client.delete(created).effect());
    }

    @Test
    void podOnNodeIsDeletedGracefully() {
        client.create(pod("p", "n1"));
        ResourceKey key = ResourceKey.of("default", "p");
        assertEquals(Committed.Effect.TERMINATING, client.delete(Pod.KIND, key).effect());
        Pod deleting = client.get(Pod.KIND, key);
        assertEquals(30L, deleting.metadata().deletionGracePeriodSeconds());
        client.delete(Pod.KIND, key, DeleteOptions.DEFAULT.withGracePeriod(Duration.ofSeconds(60)));
        assertEquals(deleting, client.get(Pod.KIND, key), "the period can't be made longer");
        client.delete(Pod.KIND, key, DeleteOptions.DEFAULT.withGracePeriod(Duration.ofSeconds(10)));
        ObjectMeta shortened = client.get(Pod.KIND, key).metadata();
        assertEquals(10L, shortened.deletionGracePeriodSeconds());
        assertEquals(deleting.metadata().deletionTimestamp().minusSeconds(20), shortened.deletionTimestamp());
        client.delete(Pod.KIND, key, DeleteOptions.of(deleting).withGracePeriod(Duration.ZERO));
        assertTrue(client.find(Pod.KIND, key).isEmpty());
    }

    @Test
    void unboundPodIsDeletedAtOnce() {
        client.create(pod("p", ""));
        assertEquals(
                Committed.Effect.DELETED,
                client.delete(Pod.KIND, ResourceKey.of("default", "p")).effect());
    }

    @Test
    void transactionSeesItsOwnWritesAndHappensWholly() {
        Committed committed = client.transaction()
                .create(Site.of("a", 1))
                .update(Site.of("a", 2))
                .create(Site.of("b", 1))
                .commit();
        assertEquals(store.revision(), committed.revision());
        assertEquals(2, client.get(Site.KIND, "a").spec().replicas());
        long revision = store.revision();
        assertThrows(
                AlreadyExistsException.class,
                () -> client.transaction()
                        .create(Site.of("c", 1))
                        .create(Site.of("a", 1))
                        .commit());
        assertEquals(revision, store.revision());
        assertTrue(client.find(Site.KIND, ResourceKey.of("default", "c")).isEmpty());
    }

    @Test
    void transactionSaysOfEveryObjectWhatIsInvalid() {
        Transaction transaction = client.transaction()
                .create(Site.of("a", -1))
                .create(Site.of("b", 1))
                .create(Site.of("c", -3))
                .update(Site.of("a", 1));
        long before = store.revision();
        InvalidException refused = assertThrows(InvalidException.class, transaction::commit);
        assertEquals("Site default/a", refused.subject());
        assertEquals(
                List.of("Site default/c is invalid: spec.replicas: Invalid value: -3: must be at least 0"),
                Arrays.stream(refused.getSuppressed())
                        .filter(InvalidException.class::isInstance)
                        .map(Throwable::getMessage)
                        .toList());
        assertEquals(before, store.revision());
    }

    @Test
    void requiredConditionsHoldInTheCommit() {
        Site a = client.create(Site.of("a", 1));
        Client fenced = client.requiring(Precondition.revision(a));
        fenced.create(Site.of("b", 1));
        Site changed = client.update(a.withReplicas(2));
        ConflictException refused = assertThrows(ConflictException.class, () -> fenced.create(Site.of("c", 1)));
        assertTrue(refused.getMessage()
                .contains("is at revision " + changed.metadata().resourceVersion()));
        assertThrows(
                ConflictException.class, () -> fenced.update(client.get(Site.KIND, "b")), "also when nothing changes");
    }

    @Test
    void dryRunDoesAllButCommit() {
        long revision = store.revision();
        Site shown = client.dryRun().create(Site.of("a", 1));
        assertFalse(shown.metadata().uid().isEmpty());
        assertEquals(revision, store.revision());
        assertThrows(InvalidException.class, () -> client.dryRun().create(Site.of("a", -1)));
    }

    @Test
    void causeIsStoredWithTheCommit() {
        client.withCause(Cause.by("tester")).create(Site.of("a", 1));
        assertEquals("tester", store.cause(store.revision()).orElseThrow().actor());
    }

    @Test
    void patchIsRepeatedWhenAnotherWriteComesBetween() {
        client.create(Site.of("a", 0));
        int[] calls = {0};
        Site patched = client.patch(Site.KIND, ResourceKey.of("default", "a"), site -> {
            if (calls[0]++ == 0) {
                client.update(Site.of("a", 10));
            }
            return site.withReplicas(site.spec().replicas() + 1);
        });
        assertEquals(11, patched.spec().replicas());
        assertEquals(2, calls[0]);
    }

    @Test
    void pluginsChangeAndRefuse() {
        AdmissionPlugin plugin = new AdmissionPlugin() {
            @Override
            public String name() {
                return "house-rules";
            }

            @Override
            public <R extends Resource<R>> R mutate(AdmissionRequest<R> request) {
                return request.kind()
                        .withMetadata(
                                request.object(),
                                request.object()
                                        .metadata()
                                        .withLabel("verb", request.verb().name()));
            }

            @Override
            public <R extends Resource<R>> void validate(AdmissionRequest<R> request) {
                if (request.object().metadata().name().equals("bad")) {
                    throw new ForbiddenException("not this one");
                }
                if (request.object().metadata().name().equals("broken")) {
                    throw new IllegalStateException("oops");
                }
            }
        };
        Client guarded =
                ApiServer.builder(store, environment).admission(plugin).start().client();
        assertEquals("CREATE", guarded.create(Site.of("a", 1)).labels().get("verb"));
        assertThrows(ForbiddenException.class, () -> guarded.create(Site.of("bad", 1)));
        InternalErrorException failure =
                assertThrows(InternalErrorException.class, () -> guarded.create(Site.of("broken", 1)));
        assertTrue(failure.getMessage().contains("house-rules"));
        assertNotNull(failure.getCause());
    }

    @Test
    void pluginCanNotChangeWhatIsTheServers() {
        AdmissionPlugin forger = new AdmissionPlugin() {
            @Override
            public String name() {
                return "forger";
            }

            @Override
            public <R extends Resource<R>> R mutate(AdmissionRequest<R> request) {
                ObjectMeta forged =
                        request.object().metadata().withUid("forged").withGeneration(99);
                return request.kind().withMetadata(request.object(), forged);
            }
        };
        Client forged =
                ApiServer.builder(store, environment).admission(forger).start().client();
        Site created = forged.create(Site.of("a", 1));
        assertNotEquals("forged", created.metadata().uid());
        assertEquals(1, created.metadata().generation());
        assertEquals(
                created.metadata().uid(),
                forged.update(created.withReplicas(2)).metadata().uid());
    }

    @Test
    void concurrentPatchesAllCount() throws Exception {
        client.create(Site.of("a", 0));
        ResourceKey key = ResourceKey.of("default", "a");
        List<CompletableFuture<Void>> done = new ArrayList<>();
        Executor workers = environment.workers("patch", 8);
        for (int i = 0; i < 8; i++) {
            done.add(CompletableFuture.runAsync(
                    () -> {
                        for (int n = 0; n < 100; n++) {
                            client.patch(
                                    Site.KIND,
                                    key,
                                    site -> site.withReplicas(site.spec().replicas() + 1));
                        }
                    },
                    workers));
        }
        for (var each : done) {
            environment.await(each, Duration.ofSeconds(30));
        }
        assertEquals(800, client.get(Site.KIND, "a").spec().replicas());
    }
}
