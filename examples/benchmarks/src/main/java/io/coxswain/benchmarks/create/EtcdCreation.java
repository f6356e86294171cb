package io.coxswain.benchmarks.create;

import io.coxswain.benchmarks.harness.Effort;
import io.coxswain.benchmarks.harness.Samples;
import io.coxswain.benchmarks.harness.Tools;
import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KV;
import io.etcd.jetcd.Txn;
import io.etcd.jetcd.op.Cmp;
import io.etcd.jetcd.op.CmpTarget;
import io.etcd.jetcd.op.Op;
import io.etcd.jetcd.options.PutOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An etcd on the loopback address that takes the same Pods: a transaction each, which puts the JSON if the key is absent. */
final class EtcdCreation {
    private static final int IN_FLIGHT = 256;
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
    /** It tells of what it doesn't find; kept, because a level that was set goes with its logger. */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private static final ByteSequence VALUE = bytes(PodTemplate.json());

    private EtcdCreation() {}

    static Samples measure(Path program, Effort effort) throws IOException, InterruptedException {
        GRPC.setLevel(Level.WARNING);
        Path folder = Files.createTempDirectory("coxswain-etcd");
        List<Integer> ports = Tools.freePorts(2);
        String endpoint = "http://127.0.0.1:" + ports.get(0);
        String peers = "http://127.0.0.1:" + ports.get(1);
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--data-dir=" + folder.resolve("data"),
                        "--listen-client-urls=" + endpoint,
                        "--advertise-client-urls=" + endpoint,
                        "--listen-peer-urls=" + peers,
                        "--initial-advertise-peer-urls=" + peers,
                        "--initial-cluster=default=" + peers,
                        "--log-level=error")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitListening(ports.get(0));
            try (Client client = Client.builder().endpoints(endpoint).build()) {
                return rates(client.getKVClient(), effort);
            }
        } finally {
            process.destroy();
            process.waitFor();
            Tools.remove(folder);
        }
    }

    private static void awaitListening(int port) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (System.nanoTime() - begin > START_NANOS) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static Samples rates(KV store, Effort effort) throws InterruptedException {
        int creates = effort.of(12_000, 20);
        int samples = effort.of(6, 1);
        List<Double> rates = new ArrayList<>();
        for (int sample = 0; sample <= samples; sample++) {
            double rate = rate(store, sample, creates);
            if (sample > 0) {
                rates.add(rate);
            }
        }
        return Samples.of(rates);
    }

    private static double rate(KV store, int sample, int creates) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicInteger created = new AtomicInteger();
        long begin = System.nanoTime();
        for (int n = 0; n < creates; n++) {
            ByteSequence key = bytes("/registry/pods/default/" + PodTemplate.name(sample, n));
            free.acquire();
            Txn transaction = store.txn()
                    .If(new Cmp(key, Cmp.Op.EQUAL, CmpTarget.version(0)))
                    .Then(Op.put(key, VALUE, PutOption.DEFAULT));
            transaction.commit().whenComplete((response, failure) -> {
                if (failure == null && response.isSucceeded()) {
                    created.incrementAndGet();
                }
                free.release();
            });
        }
        boolean answered = free.tryAcquire(IN_FLIGHT, 30, TimeUnit.SECONDS);
        if (!answered || created.get() != creates) {
            throw new IllegalStateException("etcd made " + created + " of " + creates + " keys");
        }
        return creates * 1e9 / (System.nanoTime() - begin);
    }

    private static ByteSequence bytes(String text) {
        return ByteSequence.from(text, StandardCharsets.UTF_8);
    }
}
