package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.disk.DiskStore;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreContractTest extends StoreContract {
    @TempDir
    private Path folder;

    private final AtomicInteger stores = new AtomicInteger();

    private Path last() {
        return folder.resolve("store-" + stores.get());
    }

    @Override
    protected Store open(Environment environment) {
        stores.incrementAndGet();
        return DiskStore.at(last()).segmentBytes(64 << 10).open(environment, kinds());
    }

    @Override
    protected Set<StorePromise> promises() {
        return EnumSet.allOf(StorePromise.class);
    }

    @Override
    protected Store openRetaining(Environment environment, int commits) {
        stores.incrementAndGet();
        return DiskStore.at(last())
                .segmentBytes(64 << 10)
                .retainCommits(commits)
                .open(environment, kinds());
    }

    @Override
    protected Store reopen(Environment environment) {
        return DiskStore.at(last()).segmentBytes(64 << 10).open(environment, kinds());
    }
}
