package io.coxswain.store;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.client.Watch;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchFrom;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.environment.Environment;
import io.coxswain.json.Codec;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Watches with selectors: of a history that is there already, and of one that comes while the watch is idle. */
class WatchSelectorConformanceTest {
    private static final Environment ENVIRONMENT = Environment.system();

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> rules() {
        return Conformance.cases("api/watch-selector", WatchSelectorConformanceTest::check);
    }

    private static void check(Json input, Json expect) {
        List<Write> history = input.at("history").items().stream()
                .map(WatchSelectorConformanceTest::write)
                .toList();
        Json watch = input.at("watch");
        Selection selection = Selection.all()
                .labels(watch.at("labelSelector").text(""))
                .fields(watch.at("fieldSelector").text(""));
        if (watch.has("namespace")) {
            selection = selection.namespace(watch.at("namespace").text());
        }
        int from = watch.at("fromRevision").integer();
        expect.at("events").judge(watch(selection, from, history, history.size()));
        expect.at("events").judge(watch(selection, from, history, from));
    }

    private static Write write(Json entry) {
        Json object = entry.at("object");
        if (entry.at("op").text().equals("delete")) {
            Json metadata = object.at("metadata");
            return new Write.Delete<>(
                    Pod.KIND,
                    ResourceKey.of(
                            metadata.at("namespace").text(), metadata.at("name").text()));
        }
        return new Write.Put<>(Pod.KIND, StoredObject.of(Codec.strict().read(object.wholeText(), Pod.KIND)));
    }

    /** Starts the watch when so much of the history is written. */
    private static List<Map<String, Object>> watch(Selection selection, int from, List<Write> history, int before) {
        Recorder<Pod> recorder = new Recorder<>(ENVIRONMENT);
        try (Store store = MemoryStore.create(ENVIRONMENT)) {
            history.subList(0, before).forEach(write -> commit(store, write));
            Watch watch = store.watch(
                    Pod.KIND, WatchFrom.revision(from), selection, ENVIRONMENT.workers("watch", 1), recorder);
            history.subList(before, history.size()).forEach(write -> commit(store, write));
            watch.requestBookmark();
            recorder.await(all -> !all.bookmarks().isEmpty());
        }
        return recorder.events().stream()
                .map(WatchSelectorConformanceTest::shown)
                .toList();
    }

    private static void commit(Store store, Write write) {
        ENVIRONMENT.await(store.commit(StoreTransaction.of(write)), Duration.ofSeconds(10));
    }

    private static Map<String, Object> shown(WatchEvent<Pod> event) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("type", event.type().name());
        shown.put("name", event.object().metadata().name());
        shown.put("revision", event.revision());
        return shown;
    }
}
