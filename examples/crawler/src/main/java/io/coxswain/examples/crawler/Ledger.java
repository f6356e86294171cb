package io.coxswain.examples.crawler;

import io.coxswain.client.Client;
import io.coxswain.client.Transaction;
import io.coxswain.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Keeps the frontier's pages as objects of the cluster, so that they are as durable as its store. A call returns when what it says is kept. Thread-safe.
 *
 * <p>On a disk a write costs a force, which those that are under way together share: pages that are found together are one write, and so is each crawl.
 */
final class Ledger {
    private final Client client;
    private final Map<String, ResourceKey> keys = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    Ledger(Client client) {
        this.client = client;
    }

    /** What is kept from earlier runs, in the order in which it was found. To be called first. */
    List<Page> pages() {
        List<Page> pages = client.list(Page.KIND);
        for (Page page : pages) {
            keys.put(page.path(), page.key());
            last.set(page.number());
        }
        return pages;
    }

    /** Pages that weren't known. */
    void found(List<String> paths) {
        for (int from = 0; from < paths.size(); from += Transaction.MAX_OPERATIONS) {
            create(paths.subList(from, Math.min(paths.size(), from + Transaction.MAX_OPERATIONS)));
        }
    }

    private void create(List<String> paths) {
        List<Page> pages = paths.stream()
                .map(path -> Page.numbered(last.incrementAndGet(), path))
                .toList();
        Transaction transaction = client.transaction();
        pages.forEach(transaction::create);
        transaction.commit();
        pages.forEach(page ->
                keys.put(page.path(), ResourceKey.of("default", page.metadata().name())));
    }

    void crawled(String path) {
        change(path, Page::crawledOnceMore);
    }

    void broken(String path) {
        change(path, Page::foundBroken);
    }

    private void change(String path, UnaryOperator<Page> change) {
        client.patch(Page.KIND, Objects.requireNonNull(keys.get(path), path), change);
    }
}
