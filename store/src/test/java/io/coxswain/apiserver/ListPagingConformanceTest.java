package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.Client;
import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.environment.Environment;
import io.coxswain.json.Codec;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.memory.MemoryStore;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lists in pages, with writes between them. */
class ListPagingConformanceTest {
    private static final Environment ENVIRONMENT = Environment.system();

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> rules() {
        return Conformance.cases("api/list-paging", ListPagingConformanceTest::check);
    }

    private static void check(Json input, Json expect) {
        Client client = ApiServer.builder(MemoryStore.create(ENVIRONMENT), ENVIRONMENT)
                .start()
                .client();
        input.at("objects").fields().forEach((name, labels) -> client.create(object(name, labels.textMap())));
        Selection selection = Selection.inNamespace("default")
                .labels(input.at("labelSelector").text(""));
        ListOptions options =
                ListOptions.of(selection).withLimit(input.at("limit").integer());
        long revision = 0;
        int number = 0;
        for (Json page : expect.at("pages").items()) {
            ListPage<ConfigMap> actual = client.list(ConfigMap.KIND, options);
            page.at("items")
                    .judge(actual.items().stream()
                            .map(each -> each.metadata().name())
                            .toList());
            page.at("continue").judge(!actual.continueToken().isEmpty());
            page.at("remainingItemCount").judge(actual.remaining());
            revision = revision == 0 ? actual.revision() : revision;
            assertEquals(revision, actual.revision());
            number++;
            input.at("writesBetweenPages")
                    .at(String.valueOf(number))
                    .ifPresent(writes -> writes.items().forEach(write -> write(client, write)));
            options = options.withContinue(actual.continueToken());
        }
    }

    private static ConfigMap object(String name, Map<String, String> labels) {
        return Codec.strict()
                .read("{}", ConfigMap.KIND)
                .withMetadata(ObjectMeta.named("default", name).withLabels(labels));
    }

    private static void write(Client client, Json write) {
        String name = write.at("name").text();
        switch (write.at("op").text()) {
            case "create" -> client.create(object(name, write.at("labels").textMap()));
            case "update" -> client.update(object(name, write.at("labels").textMap()));
            case "delete" -> client.delete(ConfigMap.KIND, ResourceKey.of("default", name));
            default -> throw new IllegalArgumentException(write.toString());
        }
    }
}
