package io.coxswain.store.contract;

import io.coxswain.conformance.Effort;
import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.disk.DiskStore;
import io.coxswain.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each engine under load: two seconds; a minute with {@code -Dcoxswain.effort=ci}, ten with {@code long}. */
class SoakTest {
    private static final Duration TIME = Duration.ofSeconds(Effort.of(2, 60, 600));

    private final Environment environment = Environment.system();

    @Test
    void memoryStoreStaysRightAndSmall() {
        soak("memory", MemoryStore.create(environment));
    }

    @Test
    void diskStoreStaysRightAndSmall(@TempDir Path folder) {
        soak("disk", DiskStore.at(folder.resolve("state")).open(environment, StoreContract.kinds()));
    }

    private void soak(String engine, Store store) {
        try {
            StoreSoak.lasting(TIME)
                    .run(store, environment, soFar -> System.out.println("soak of " + engine + ": " + soFar))
                    .requireHealthy();
        } finally {
            store.close();
            environment.await(store.closed(), Duration.ofMinutes(1));
        }
    }
}
