package io.coxswain.store.contract;

import io.coxswain.environment.Environment;
import io.coxswain.store.Store;
import io.coxswain.store.memory.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Five seconds; a minute with {@code -Dcoxswain.effort=ci}, ten with {@code large}. */
class MemoryStoreSoakTest {

    @Test
    void storeUnderLoadStaysRightAndSmall() {
        Environment environment = Environment.system();
        try (Store store = MemoryStore.create(environment)) {
            StoreSoak.lasting(Duration.ofSeconds(StoreFixture.effort(5, 60)))
                    .run(store, environment)
                    .requireHealthy();
        }
    }
}
