package io.coxswain.store.mutant;

import io.coxswain.client.WatchEnd;
import io.coxswain.client.WatchEvent;
import io.coxswain.client.WatchListener;
import io.coxswain.resource.Resource;
import java.util.List;

/** Passes everything on. */
class ForwardingListener<R extends Resource<R>> implements WatchListener<R> {
    final WatchListener<R> real;

    ForwardingListener(WatchListener<R> real) {
        this.real = real;
    }

    @Override
    public void onEvents(List<WatchEvent<R>> wholeCommits) {
        real.onEvents(wholeCommits);
    }

    @Override
    public void onBookmark(long revision) {
        real.onBookmark(revision);
    }

    @Override
    public void onEnd(WatchEnd cause) {
        real.onEnd(cause);
    }
}
