package io.coxswain.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.Kinds;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.client.Client;
import io.coxswain.conformance.Conformance;
import io.coxswain.conformance.Json;
import io.coxswain.environment.Environment;
import io.coxswain.error.ApiException;
import io.coxswain.json.Codec;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.store.Store;
import io.coxswain.store.StoredObject;
import io.coxswain.store.memory.MemoryStore;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Updates and deletions of stored objects, through the client. */
class UpdateRulesConformanceTest {
    private static final Environment ENVIRONMENT = Environment.system();

    @TestFactory
    @DisplayName("conformance")
    Stream<DynamicTest> rules() {
        return Conformance.cases(
                "api/update-rules",
                one -> kindOf(one.input()) != null,
                (input, expect) -> check(kind(input), input, expect));
    }

    private static Kind<?> kind(Json input) {
        Kind<?> kind = kindOf(input);
        return kind == null ? Pod.KIND : kind;
    }

    /** Null if it isn't supported; of what was never there any kind is right. */
    private static @Nullable Kind<?> kindOf(Json input) {
        Json named = input.at("old").isNull() ? input.at("request").at("body") : input.at("old");
        return named.isNull()
                ? Pod.KIND
                : Kinds.builtin()
                        .find(named.at("apiVersion").text(), named.at("kind").text());
    }

    private static <R extends Resource<R>> void check(Kind<R> kind, Json input, Json expect) {
        R old = input.at("old").isNull() ? null : kind.defaulted(read(input.at("old"), kind));
        Store store = open(old);
        Client client = ApiServer.builder(store, ENVIRONMENT).start().client();
        long before = store.revision();
        try {
            ResourceKey key = request(client, kind, old, input.at("request"));
            expect.at("error").judge("");
            StoredObject<R> after = store.get(kind, key);
            expect.at("exists").judge(after != null);
            expect.at("revisionChanged").judge(store.revision() != before);
            judge(kind, after, expect);
        } catch (ApiException refused) {
            assertEquals(expect.at("error").text(""), refused.reason(), refused.getMessage());
            assertEquals(before, store.revision());
        }
    }

    private static <R extends Resource<R>> R read(Json json, Kind<R> kind) {
        return Codec.strict().read(json.wholeText(), kind);
    }

    private static <R extends Resource<R>> Store open(@Nullable R old) {
        return old == null
                ? MemoryStore.create(ENVIRONMENT)
                : MemoryStore.builder(ENVIRONMENT)
                        .snapshot(old.metadata().resourceVersion(), List.of(StoredObject.of(old)))
                        .build();
    }

    private static <R extends Resource<R>> ResourceKey request(
            Client client, Kind<R> kind, @Nullable R old, Json request) {
        if (request.at("verb").text().equals("delete")) {
            ResourceKey key = old == null ? ResourceKey.of("default", "absent") : old.key();
            Json conditions = request.at("preconditions");
            client.delete(
                    kind,
                    key,
                    DeleteOptions.DEFAULT
                            .withUid(conditions.at("uid").text(""))
                            .withRevision(Long.parseLong(
                                    conditions.at("resourceVersion").text("0"))));
            return key;
        }
        R body = read(request.at("body"), kind);
        if (request.at("endpoint").text().equals("status")) {
            client.updateStatus(body);
        } else {
            client.update(body);
        }
        return body.key();
    }

    private static <R extends Resource<R>> void judge(Kind<R> kind, @Nullable StoredObject<R> after, Json expect) {
        if (after == null) {
            return;
        }
        R object = after.resource();
        if (expect.has("object") && !expect.at("object").isNull()) {
            R expected = kind.defaulted(read(expect.at("object"), kind));
            assertEquals(expected, kind.withMetadata(object, object.metadata().withResourceVersion(0)));
        }
        expect.at("deletionTimestampSet").judge(object.metadata().isDeleting());
        expect.at("finalizers").judge(object.metadata().finalizers());
    }
}
