package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.api.meta.v1.OwnerReference;
import io.coxswain.client.Cause;
import io.coxswain.client.Client;
import io.coxswain.client.Committed;
import io.coxswain.client.ListOptions;
import io.coxswain.client.UnitOfWork;
import io.coxswain.client.WatchFrom;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Precondition;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UnitOfWorkTest extends ApiServerTestBase {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private UnitOfWork unit;
    private Client inside;

    @BeforeEach
    void begin() {
        unit = begun(client);
        inside = Client.over(unit.client(), environment);
    }

    private UnitOfWork begun(Client by) {
        return environment.await(by.async().unitOfWork(), LIMIT);
    }

    private Committed commit() {
        return environment.await(unit.commit(), LIMIT);
    }

    private static ResourceKey key(String name) {
        return ResourceKey.of("default", name);
    }

    private String refusal(Executable action) {
        return assertThrows(BadRequestException.class, action).getMessage();
    }

    private void assertOvertaken() {
        long before = store.revision();
        inside.create(Site.of("own", 1));
        assertThrows(ConflictException.class, this::commit);
        assertEquals(before, store.revision());
    }

    @Test
    void writesAreSeenInsideAndByNobodyElseUntilTheCommit() {
        client.create(Site.of("there", 1));
        begin();
        long before = store.revision();
        Site made = inside.create(Site.of("made", 1));
        inside.patch(Site.KIND, key("there"), site -> site.withReplicas(2));

        assertFalse(made.metadata().uid().isEmpty());
        assertEquals(0, made.metadata().resourceVersion());
        assertEquals("plain", made.spec().theme(), "admitted and defaulted");
        assertEquals(Optional.of(made), inside.find(Site.KIND, key("made")));
        assertEquals(
                List.of("made 0", "there 0"),
                inside.list(Site.KIND).stream()
                        .map(site ->
                                site.metadata().name() + " " + site.metadata().resourceVersion())
                        .toList());
        assertEquals(before, store.revision());
        assertEquals(Optional.empty(), client.find(Site.KIND, key("made")));

        Committed committed = commit();
        assertEquals(before + 1, committed.revision());
        assertEquals(before + 1, store.revision(), "one transaction");
        assertEquals(
                made.metadata().uid(), client.get(Site.KIND, "made").metadata().uid());
        assertEquals(
                client.get(Site.KIND, "there"), committed.object(1, Site.class).orElseThrow());
    }

    @Test
    void readsStayAtTheRevisionOfTheBeginning() {
        client.create(Site.of("late", 1));

        assertEquals(List.of(), inside.list(Site.KIND));
        assertEquals(Optional.empty(), inside.find(Site.KIND, key("late")));
        assertTrue(unit.revision() < store.revision());
    }

    @Test
    void objectThatWasReadMustNotHaveChanged() {
        client.create(Site.of("read", 1));
        begin();
        inside.get(Site.KIND, "read");
        client.patch(Site.KIND, key("read"), site -> site.withReplicas(2));
        assertOvertaken();
    }

    @Test
    void objectThatWasReadAsAbsentMustStayAbsent() {
        inside.find(Site.KIND, key("absent"));
        client.create(Site.of("absent", 1));
        assertOvertaken();
    }

    @Test
    void listThatWasReadMustNotGrowOrChange() {
        inside.list(Site.KIND, Selection.all().labels("app=web"));
        client.create(Site.of("other", 1));
        client.create(Site.of("phantom", 1)
                .withMeta(ObjectMeta.named("default", "phantom").withLabel("app", "web")));
        assertOvertaken();
    }

    @Test
    void listIsUnharmedByWhatItDoesNotMean() {
        inside.list(Site.KIND, Selection.all().labels("app=web"));
        client.create(Site.of("other", 1));
        inside.create(Site.of("own", 1));
        commit();
        assertEquals(2, client.list(Site.KIND).size());
    }

    @Test
    void dependentsThatWereReadMustNotGrow() {
        Site owner = client.create(Site.of("owner", 1));
        begin();
        String uid = owner.metadata().uid();
        assertEquals(List.of(), environment.await(unit.ownedBy(Site.KIND, uid), LIMIT));
        client.create(Site.of("stranger", 1));
        inside.create(dependent("mine", owner));
        assertEquals(1, environment.await(unit.ownedBy(Site.KIND, uid), LIMIT).size());
        client.create(dependent("phantom", owner));
        assertOvertaken();
    }

    private static Site dependent(String name, Site owner) {
        OwnerReference reference = new OwnerReference(
                "example.com/v1",
                "Site",
                owner.metadata().name(),
                true,
                true,
                owner.metadata().uid());
        return Site.of(name, 1).withMeta(ObjectMeta.named("default", name).withOwner(reference));
    }

    @Test
    void unitThatWroteNothingIsNeverOvertaken() {
        inside.list(Site.KIND);
        client.create(Site.of("other", 1));
        assertEquals(unit.revision(), commit().revision());
    }

    @Test
    void failedOperationLeavesNoTrace() {
        Site there = inside.create(Site.of("there", 1));
        assertThrows(
                AlreadyExistsException.class,
                () -> inside.transaction()
                        .create(Site.of("half", 1))
                        .update(there.withReplicas(9))
                        .create(Site.of("there", 1))
                        .commit());
        assertThrows(InvalidException.class, () -> inside.update(there.withReplicas(-1)));
        assertEquals(List.of(there), inside.list(Site.KIND));
        commit();
        assertEquals(1, client.get(Site.KIND, "there").spec().replicas());
        assertEquals(1, client.list(Site.KIND).size());
    }

    @Test
    void statusOfAnObjectThatWasReadBeforeItWasPatchedIsNoConflict() {
        Site read = client.create(Site.of("a", 1));
        begin();
        inside.patch(Site.KIND, key("a"), site -> site.withReplicas(2));
        Site ready = inside.updateStatus(read.withReady(7));
        assertEquals(2, ready.spec().replicas());
        commit();
        assertEquals(7, client.get(Site.KIND, "a").status().ready());
    }

    @Test
    void objectThatIsMadeAndDeletedIsNeverStored() {
        long before = store.revision();
        inside.delete(inside.create(Site.of("brief", 1)));
        commit();
        assertEquals(before, store.revision());
    }

    @Test
    void conditionsOfTheClientHoldForTheWholeUnit() {
        client.create(Site.of("guard", 1));
        unit = begun(client.requiring(new Precondition.Present(Site.KIND, key("guard"))));
        inside = Client.over(unit.client(), environment);
        client.delete(Site.KIND, key("guard"));
        inside.create(Site.of("a", 1));
        assertThrows(ConflictException.class, this::commit);
    }

    @Test
    void moreThanAThousandOperationsAreRefusedWithTheirCount() {
        for (int i = 0; i < 1_002; i++) {
            inside.create(Site.of("s" + i, 1));
        }
        assertEquals(
                "Unit of work with 1002 operations: must have at most 1000, do less at once", refusal(this::commit));
        assertEquals(List.of(), client.list(Site.KIND));
    }

    @Test
    void whatHasNoPlaceInAUnitIsRefused() {
        List<Executable> strange = List.of(
                () -> inside.watch(Site.KIND, WatchFrom.now(), Selection.all(), null),
                () -> inside.list(Site.KIND, ListOptions.of(Selection.all()).withLimit(1)),
                () -> inside.withCause(Cause.by("me")),
                inside::dryRun,
                () -> unit.client().unitOfWork());
        for (Executable each : strange) {
            assertTrue(refusal(each).contains("it has one revision and one commit"));
        }
        commit();
        assertTrue(refusal(() -> inside.create(Site.of("late", 1))).contains("was committed already"));
    }
}
