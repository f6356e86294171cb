package io.coxswain.election;

import io.coxswain.api.coordination.v1.Lease;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Client;
import io.coxswain.environment.Cancellable;
import io.coxswain.environment.Environment;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A candidate for leading, by a Lease that at most one candidate holds.
 *
 * <pre>{@code
 * try (LeaderElector elector = LeaderElector.builder(client, environment, ResourceKey.of("kube-system", "indexer"), "host-a")
 *         .listener(new Indexing()).build()) {
 *     elector.start();
 *     ...
 * }
 * }</pre>
 *
 * <p>The rules are those of client-go's {@code tools/leaderelection}. The holder renews; the others take the lease when it is released, or when they haven't seen it change for the duration that it
 * states, by their own clocks: times that others wrote aren't compared with. A leader that can't renew stops leading at the renew deadline, which is shorter, then says so, and is a candidate again.
 * Clocks may drift and processes may pause, so two may believe for a while that they lead: what matters is written with {@link Leadership#fence()}.
 *
 * <p>Besides client-go's rules: each term has a number of its own, also when a candidate's former life held the lease under the same name; and all watch the lease, so a released one is taken, and a
 * lost one is noticed, at once.
 *
 * <p>Thread-safe. Everything but {@link #close()} returns at once; all state is owned by the steps on one serial executor.
 */
public final class LeaderElector implements AutoCloseable {

    private final AsyncClient client;
    private final Environment environment;
    private final Logger log;
    private final ResourceKey key;
    private final String identity;
    private final ElectionTimings timings;
    private final ElectionListener listener;
    private final Executor listeners;
    private final Executor serial;
    private final RandomGenerator random;
    private final Candidacy candidacy;
    private final LeaseWatch watch;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Term term;

    // Owned by the steps on the serial executor.
    private boolean begun;
    private boolean closing;
    /** The number of the attempt that is under way, or 0. What comes from an earlier one is ignored. */
    private long underWay;

    private long attempts;
    private @Nullable Cancellable next;

    /** The term that this candidate leads, and until when it does so without a further renewal. */
    private record Term(Leadership leadership, long deadlineNanos, Cancellable end) {}

    private LeaderElector(Builder builder) {
        client = builder.client.async();
        environment = builder.environment;
        log = environment.logger(LeaderElector.class.getName());
        key = builder.lease;
        identity = builder.identity;
        timings = builder.timings;
        listener = builder.listener;
        serial = environment.serial("election-" + key.name());
        listeners = builder.on != null ? builder.on : environment.workers("election-" + key.name(), 1);
        random = environment.random("election-" + key + "-" + identity);
        candidacy = new Candidacy(key, identity, timings.leaseDuration());
        watch = new LeaseWatch(client, key, serial, this::changed);
    }

    /**
     * Starts the description of a candidate.
     *
     * @param lease the Lease to be held, whose namespace exists; made if absent
     * @param identity the candidate's name, which no other candidate has
     */
    public static Builder builder(Client client, Environment environment, ResourceKey lease, String identity) {
        return new Builder(client, environment, lease, identity);
    }

    /** Begins to campaign. Calling again changes nothing. */
    public void start() {
        serial.execute(() -> {
            if (!begun && !closing) {
                begun = true;
                attempt();
            }
        });
    }

    /** The term that this candidate leads at present; empty as soon as its deadline has passed, whether that was told already or not. */
    public Optional<Leadership> leadership() {
        Term present = term;
        return present == null || environment.nanoTime() - present.deadlineNanos >= 0
                ? Optional.empty()
                : Optional.of(present.leadership);
    }

    /** Who holds the lease, as far as is known here; empty if nobody. */
    public Optional<String> leader() {
        return candidacy.holder();
    }

    /** The Lease. */
    public ResourceKey lease() {
        return key;
    }

    private void seen(@Nullable Lease now) {
        if (candidacy.seen(now, environment.nanoTime())) {
            candidacy.holder().ifPresent(holder -> listeners.execute(() -> listener.onNewLeader(holder)));
        }
        Term led = term;
        Lease present = candidacy.observed();
        if (led != null && (present == null || !Leases.isOf(present, led.leadership))) {
            lose("lease " + key + (present == null ? " was deleted" : " was taken by " + describe(present)));
        }
    }

    private static String describe(Lease lease) {
        String holder = Leases.holder(lease);
        return (holder.isEmpty() ? "nobody" : holder) + " at revision "
                + lease.metadata().resourceVersion();
    }

    /** The watch's: a leader looks whether it still is one, a candidate whether it can be. */
    private void changed(@Nullable Lease now) {
        seen(now);
        if (term == null && candidacy.isFree(environment.nanoTime()) && underWay == 0 && !closing) {
            cancelNext();
            attempt();
        }
    }

    private void attempt() {
        next = null;
        long number = ++attempts;
        underWay = number;
        Cancellable limit = environment.schedule(
                timings.renewDeadline(),
                serial,
                () -> answered(
                        number,
                        new RequestTimeoutException("lease " + key + ": no answer for "
                                + timings.renewDeadline().toMillis() + " ms")));
        requests(number)
                .whenComplete((any, failure) -> serial.execute(() -> {
                    limit.cancel();
                    answered(number, failure);
                }));
    }

    private CompletionStage<Void> requests(long number) {
        try {
            return term != null ? bid(number, Overtaken.LOOK) : look(number);
        } catch (RuntimeException clientFailed) {
            return CompletableFuture.failedStage(clientFailed);
        }
    }

    private CompletionStage<Void> look(long number) {
        return client.find(Lease.KIND, key)
                .thenComposeAsync(
                        found -> {
                            if (number != underWay) {
                                return nothing();
                            }
                            seen(found.orElse(null));
                            return closing ? nothing() : bid(number, Overtaken.WAIT);
                        },
                        serial);
    }

    /** What to do when the lease has been changed since it was seen. */
    private enum Overtaken {
        LOOK,
        /** Another candidate was faster: that isn't a failure. */
        WAIT
    }

    private CompletionStage<Void> bid(long number, Overtaken overtaken) {
        long before = environment.nanoTime();
        Lease present = candidacy.observed();
        Lease wanted = candidacy.bid(environment.now(), before);
        if (wanted == null) {
            if (present != null) {
                watch.begin(present);
            }
            return nothing();
        }
        return (present == null ? client.create(wanted) : client.update(wanted))
                .thenAcceptAsync(stored -> held(number, stored, before), serial)
                .exceptionallyCompose(failure -> {
                    if (!isOvertaken(failure, present)) {
                        return CompletableFuture.failedStage(failure);
                    }
                    return overtaken == Overtaken.LOOK ? look(number) : nothing();
                });
    }

    /** That there is nothing to create the lease in is another matter. */
    private static boolean isOvertaken(Throwable failure, @Nullable Lease changed) {
        Throwable cause = unwrapped(failure);
        return changed == null
                ? cause instanceof AlreadyExistsException
                : cause instanceof ConflictException || cause instanceof NotFoundException;
    }

    /** The term lasts from before the write was sent: others may have seen it since then. */
    private void held(long number, Lease stored, long since) {
        Leadership leadership = candidacy.won(stored);
        seen(stored);
        if (closing) {
            return;
        }
        long deadline = since + timings.renewDeadline().toNanos();
        long left = deadline - environment.nanoTime();
        if (number != underWay || left <= 0) {
            return;
        }
        Term before = term;
        if (before != null) {
            before.end.cancel();
        }
        Cancellable end = environment.schedule(Duration.ofNanos(left), serial, () -> expire(deadline));
        term = new Term(leadership, deadline, end);
        watch.begin(stored);
        if (before == null) {
            log.atInfo()
                    .addKeyValue("lease", key)
                    .addKeyValue("holder", identity)
                    .log("Leading");
            listeners.execute(() -> listener.onStartedLeading(leadership));
        }
    }

    private void expire(long deadline) {
        Term present = term;
        if (present != null && present.deadlineNanos == deadline) {
            lose("lease " + key + " wasn't renewed for "
                    + timings.renewDeadline().toMillis() + " ms");
        }
    }

    private void lose(String reason) {
        Term lost = term;
        if (lost != null) {
            term = null;
            lost.end.cancel();
            log.atInfo()
                    .addKeyValue("lease", key)
                    .addKeyValue("holder", identity)
                    .addKeyValue("reason", reason)
                    .log("No longer leading");
            listeners.execute(() -> listener.onStoppedLeading(lost.leadership, reason));
        }
    }

    private void answered(long number, @Nullable Throwable failure) {
        if (number != underWay) {
            return;
        }
        underWay = 0;
        if (failure != null) {
            log.atWarn()
                    .addKeyValue("lease", key)
                    .addKeyValue("holder", identity)
                    .setCause(unwrapped(failure))
                    .log("Lease not read or written, trying again");
        }
        if (closing) {
            release();
        } else {
            next = environment.schedule(pause(), serial, this::attempt);
        }
    }

    private Duration pause() {
        Duration period = timings.retryPeriod();
        return term != null
                ? period
                : period.plusNanos((long) (random.nextDouble() * ElectionTimings.JITTER * period.toNanos()));
    }

    /**
     * Ends the campaign: stops leading, says so, and frees the lease for the next.
     *
     * @return complete when the lease is free, or couldn't be freed within the renew deadline. Never fails
     */
    public CompletionStage<Void> stop() {
        serial.execute(() -> {
            if (!closing) {
                closing = true;
                cancelNext();
                lose("candidate " + identity + " was closed");
                if (underWay == 0) {
                    release();
                }
            }
        });
        return ended.minimalCompletionStage();
    }

    /** {@link #stop()}, and waits for it. */
    @Override
    public void close() {
        environment.await(stop(), stopLimit());
    }

    /** How long {@link #stop()} takes at most: a request that is under way, then the release, each bounded by the renew deadline. */
    public Duration stopLimit() {
        return timings.renewDeadline().multipliedBy(2).plusSeconds(1);
    }

    private void release() {
        watch.close();
        Lease released = candidacy.release(environment.now());
        if (released == null) {
            ended.complete(null);
            return;
        }
        Cancellable limit = environment.schedule(timings.renewDeadline(), serial, () -> ended.complete(null));
        client.update(released).whenComplete((any, failure) -> {
            limit.cancel();
            if (failure != null) {
                log.atWarn()
                        .addKeyValue("lease", key)
                        .setCause(unwrapped(failure))
                        .log("Lease not released; others take it when its time has passed");
            }
            ended.complete(null);
        });
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private static CompletionStage<Void> nothing() {
        return CompletableFuture.completedStage(null);
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public String toString() {
        return "candidate " + identity + " for lease " + key + ": "
                + leadership()
                        .map(led -> "leads, term " + led.transitions())
                        .orElse(leader().map(holder -> "led by " + holder).orElse("without a leader"));
    }

    /** Describes a candidate. Not thread-safe. */
    public static final class Builder {
        private final Client client;
        private final Environment environment;
        private final ResourceKey lease;
        private final String identity;
        private ElectionTimings timings = ElectionTimings.STANDARD;
        private ElectionListener listener = new ElectionListener() {};
        private @Nullable Executor on;

        private Builder(Client client, Environment environment, ResourceKey lease, String identity) {
            if (identity.isEmpty()) {
                throw new IllegalArgumentException("election of lease " + lease
                        + ": identity: must not be empty, that is how a free lease looks; give each candidate a name");
            }
            this.client = client;
            this.environment = environment;
            this.lease = lease;
            this.identity = identity;
        }

        /** {@link ElectionTimings#STANDARD}, if not said. All candidates should have the same. */
        public Builder timings(ElectionTimings value) {
            timings = value;
            return this;
        }

        /** Who hears of it, on a thread of user code, where it may block; further news then wait. */
        public Builder listener(ElectionListener value) {
            listener = value;
            return this;
        }

        /** Who hears of it, on an executor that runs one task at a time. */
        public Builder listener(Executor executor, ElectionListener value) {
            on = executor;
            return listener(value);
        }

        /** The candidate, not yet started. */
        public LeaderElector build() {
            return new LeaderElector(this);
        }
    }
}
