package io.coxswain.benchmarks.durable;

import io.coxswain.benchmarks.create.PodTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Embedded databases that keep the same JSON under the same keys, so many at a time. */
final class Databases {
    private static final byte[] JSON = PodTemplate.json().getBytes(StandardCharsets.UTF_8);

    private Databases() {}

    /** Records per second. */
    static double rocksDb(Path folder, int group, long nanos) throws RocksDBException {
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB database = RocksDB.open(options, folder.resolve("rocks").toString());
                WriteOptions synchronously = new WriteOptions().setSync(true)) {
            long start = System.nanoTime();
            int records = 0;
            while (System.nanoTime() - start < nanos) {
                try (WriteBatch batch = new WriteBatch()) {
                    for (int i = 0; i < group; i++) {
                        batch.put(PodTemplate.name(0, records++).getBytes(StandardCharsets.UTF_8), JSON);
                    }
                    database.write(synchronously, batch);
                }
            }
            return records * 1e9 / (System.nanoTime() - start);
        }
    }

    /** Records per second. */
    static double mvStore(Path folder, int group, long nanos) {
        try (MVStore store = new MVStore.Builder()
                .fileName(folder.resolve("mv").toString())
                .autoCommitDisabled()
                .open()) {
            MVMap<String, byte[]> map = store.openMap("pods");
            long start = System.nanoTime();
            int records = 0;
            while (System.nanoTime() - start < nanos) {
                for (int i = 0; i < group; i++) {
                    map.put(PodTemplate.name(0, records++), JSON);
                }
                store.commit();
                store.sync();
            }
            return records * 1e9 / (System.nanoTime() - start);
        }
    }
}
