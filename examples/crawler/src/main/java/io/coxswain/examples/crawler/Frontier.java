package io.coxswain.examples.crawler;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be crawled, what is being crawled and what has been: hands out pages under a lease, so that the page of a crawler that died is handed out again.
 *
 * <p>What it is told is kept before it counts: first the pages that were found, which nobody is given meanwhile, then that the page was crawled. So whenever the program ends, a page is kept as crawled
 * only if all that it links to is known, and the next start loses none; leases aren't kept, as crawlers end with the program.
 *
 * <p>Thread-safe. Hands out nothing before {@link #begin}, then paces the crawl by handing out at most so many pages a second.
 */
final class Frontier {
    /** Longer than a page ever takes, shorter than a person likes to wait for the pages of a crawler that was killed. */
    static final Duration LEASE = Duration.ofSeconds(3);

    private final Ledger ledger;
    private double pagesPerSecond;
    private boolean begun;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Long> leasedUntil = new LinkedHashMap<>();
    private final Map<String, Integer> crawled = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Set<String> broken = new TreeSet<>();
    private final int crawledBefore;
    private long failedRequests;
    private double allowance;
    private long lastNanos;

    /**
     * The frontier as it was kept, or a new one.
     *
     * @param start the first page
     */
    Frontier(Ledger ledger, String start) {
        this.ledger = ledger;
        List<Page> kept = ledger.pages();
        if (kept.isEmpty()) {
            ledger.found(List.of(start));
            known.add(start);
            open.add(start);
        }
        kept.forEach(this::resume);
        crawledBefore = crawled.size();
    }

    private void resume(Page page) {
        known.add(page.path());
        if (page.isCrawled()) {
            crawled.put(page.path(), page.crawls());
        }
        if (page.broken()) {
            broken.add(page.path());
        }
        if (!page.isCrawled() && !page.broken()) {
            open.add(page.path());
        }
    }

    /** @param rate at most so many pages are handed out a second; 0: no limit */
    synchronized void begin(double rate) {
        pagesPerSecond = rate;
        begun = true;
        lastNanos = System.nanoTime();
    }

    /** Up to so many pages to crawl, each the caller's for {@link #LEASE}. */
    synchronized List<String> lease(int most) {
        long now = System.nanoTime();
        takeBackExpired(now);
        List<String> pages = new ArrayList<>();
        int allowed = Math.min(most, allowed(now));
        while (pages.size() < allowed && !open.isEmpty()) {
            String page = open.remove();
            leasedUntil.put(page, now + LEASE.toNanos());
            pages.add(page);
        }
        allowance -= pages.size();
        return pages;
    }

    private void takeBackExpired(long now) {
        leasedUntil.entrySet().removeIf(lease -> {
            boolean expired = now - lease.getValue() > 0;
            if (expired) {
                open.addFirst(lease.getKey());
            }
            return expired;
        });
    }

    private int allowed(long now) {
        if (!begun) {
            return 0;
        }
        if (pagesPerSecond == 0) {
            return Integer.MAX_VALUE;
        }
        allowance = Math.min(pagesPerSecond, allowance + (now - lastNanos) / 1e9 * pagesPerSecond);
        lastNanos = now;
        return (int) allowance;
    }

    /** A page has been crawled, and links to these. Returns when that is kept. */
    void crawled(String page, Collection<String> links) {
        if (isKnown(page)) {
            find(claimed(links));
            ledger.crawled(page);
            settle(page, () -> crawled.merge(page, 1, Integer::sum));
        }
    }

    private synchronized boolean isKnown(String page) {
        return known.contains(page);
    }

    /** The links that no other report has brought. */
    private synchronized List<String> claimed(Collection<String> links) {
        return links.stream().filter(known::add).toList();
    }

    private void find(List<String> pages) {
        try {
            ledger.found(pages);
        } catch (RuntimeException e) {
            forget(pages);
            throw e;
        }
        offer(pages);
    }

    private synchronized void forget(List<String> pages) {
        pages.forEach(known::remove);
    }

    private synchronized void offer(List<String> pages) {
        open.addAll(pages);
    }

    private synchronized void settle(String page, Runnable count) {
        leasedUntil.remove(page);
        open.remove(page);
        count.run();
    }

    /** A page doesn't exist. Returns when that is kept. */
    void missing(String page) {
        if (isKnown(page)) {
            ledger.broken(page);
            settle(page, () -> broken.add(page));
        }
    }

    /** Requests of a crawler to the site failed; it tried again. */
    synchronized void failed(int requests) {
        failedRequests += requests;
    }

    /** A picture of the crawl at one moment. */
    synchronized Progress progress() {
        int times = crawled.values().stream().mapToInt(Integer::intValue).sum();
        int twice = (int) crawled.values().stream().filter(n -> n > 1).count();
        return new Progress(
                known.size(),
                open.size(),
                leasedUntil.size(),
                crawled.size(),
                times,
                twice,
                broken.size(),
                crawledBefore,
                failedRequests);
    }

    /** Pages that were handed out or are yet to be, and of which nothing was heard. */
    synchronized Set<String> leasedPages() {
        Set<String> pages = new TreeSet<>(leasedUntil.keySet());
        pages.addAll(open);
        return pages;
    }

    synchronized Set<String> crawledPages() {
        return new TreeSet<>(crawled.keySet());
    }

    /**
     * A picture of the crawl.
     *
     * @param known pages that were found so far
     * @param open those not handed out
     * @param leased those handed out and not reported
     * @param distinct those crawled
     * @param pages how often a page was crawled
     * @param twice pages that were crawled more than once
     * @param broken pages that don't exist
     * @param before pages of which it is kept that an earlier run crawled them
     * @param failedRequests requests of crawlers to the site that failed
     */
    record Progress(
            int known,
            int open,
            int leased,
            int distinct,
            int pages,
            int twice,
            int broken,
            int before,
            long failedRequests) {
        boolean done() {
            return open == 0 && leased == 0;
        }
    }
}
