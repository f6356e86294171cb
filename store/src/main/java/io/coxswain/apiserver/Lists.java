package io.coxswain.apiserver;

import io.coxswain.client.ListOptions;
import io.coxswain.client.ListPage;
import io.coxswain.client.Selector;
import io.coxswain.error.ExpiredException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import io.coxswain.store.Store;
import io.coxswain.store.StorePage;
import io.coxswain.store.StoreSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists by pages, all of the first one's revision; see {@code apiserver/pkg/storage/etcd3/store.go}. How many objects remain is
 * counted once and then carried by the tokens.
 */
final class Lists {
    private Lists() {}

    static <R extends Resource<R>> ListPage<R> page(Store store, Kind<R> kind, ListOptions options) {
        Selector.requireSelectable(kind, options.selection());
        String text = options.continueToken();
        ContinueToken token = text.isEmpty() ? null : ContinueToken.parse(text);
        StoreSnapshot snapshot = token == null || token.isOfNow() ? store.snapshot() : retained(store, token);
        int limit = options.limit() == 0 ? Integer.MAX_VALUE : options.limit();
        Selection selection = options.selection();
        StorePage<R> page = page(snapshot, kind, selection, token, limit);
        if (!page.more()) {
            return new ListPage<>(page.items(), snapshot.revision(), "", 0);
        }
        long remaining =
                remaining(snapshot, kind, selection, token, page.items().size());
        ResourceKey last = last(page.items());
        String next = new ContinueToken(snapshot.revision(), last, remaining).text();
        return new ListPage<>(page.items(), snapshot.revision(), next, remaining);
    }

    private static StoreSnapshot retained(Store store, ContinueToken token) {
        try {
            return store.snapshot(token.revision());
        } catch (ExpiredException e) {
            throw expired(token, e);
        }
    }

    private static <R extends Resource<R>> StorePage<R> page(
            StoreSnapshot snapshot, Kind<R> kind, Selection selection, @Nullable ContinueToken token, int limit) {
        try {
            return snapshot.page(kind, selection, token == null ? null : token.after(), limit);
        } catch (ExpiredException e) {
            throw token == null ? e : expired(token, e);
        }
    }

    private static ExpiredException expired(ContinueToken token, ExpiredException cause) {
        return new ExpiredException(
                "The list of revision " + token.revision() + " can't be continued: revisions before "
                        + cause.oldestRevision() + " are compacted: list again from the start, or go on with the token"
                        + " of this error, which gives the rest as it is now",
                cause.oldestRevision(),
                token.ofNow().text());
    }

    private static ResourceKey last(List<? extends Resource<?>> items) {
        return items.get(items.size() - 1).key();
    }

    private static long remaining(
            StoreSnapshot snapshot, Kind<?> kind, Selection selection, @Nullable ContinueToken before, int shown) {
        if ((before != null && before.isOfNow())
                || !selection.labels().isEverything()
                || !selection.fields().isEverything()) {
            return 0;
        }
        long all = before == null ? snapshot.count(kind, selection.namespace()) : before.remaining();
        return all - shown;
    }
}
