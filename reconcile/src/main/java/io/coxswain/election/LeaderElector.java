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
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(LeaderElector.class);

    private final AsyncClient client;
    private final Environment environment;
    private final ResourceKey key;
    private final String identity;
    private final ElectionTimings timings;
    private final ElectionListener listener;
    private final Executor listeners;
    private final Executor serial;
    private final RandomGenerator random;
    private final ObservedLease observed;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable Term term;

    // Owned by the steps on the serial executor.
    private boolean begun;
    private boolean closing;
    /** The number of the attempt that is under way, or 0. What comes from an earlier one is ignored. */
    private long underWay;

    private long attempts;
    private @Nullable Cancellable next;
    /** The newest term that was written for this candidate, whether it was led or not. */
    private @Nullable Leadership lastTerm;

    /** The term that this candidate leads, and until when it does so without a further renewal. */
    private record Term(Leadership leadership, long deadlineNanos, Cancellable end) {}

    private LeaderElector(Builder builder) {
        client = builder.client.async();
        environment = builder.environment;
        key = builder.lease;
        identity = builder.identity;
        timings = builder.timings;
        listener = builder.listener;
        serial = environment.serial("election-" + key.name());
        listeners = builder.on != null ? builder.on : environment.workers("election-" + key.name(), 1);
        random = environment.random("election-" + key + "-" + identity);
        observed = new ObservedLease(client, environment, key, serial, this::changed, this::tellNewLeader);
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
        return observed.holder();
    }

    /** The Lease. */
    public ResourceKey lease() {
        return key;
    }

    /** Somebody else has changed the lease: a leader looks whether it still is one, a candidate whether it can be. */
    private void changed() {
        Term led = term;
        if (led != null) {
            requireHeld(led, Optional.ofNullable(observed.lease()));
        }
        if (term == null && observed.isFree() && underWay == 0 && !closing) {
            cancelNext();
            attempt();
        }
    }

    private void requireHeld(Term led, Optional<Lease> found) {
        if (!found.map(lease -> Leases.isOf(lease, led.leadership)).orElse(false)) {
            lose("lease " + key + (found.isEmpty() ? " was deleted" : " was taken by " + describe(found.get())));
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
        Lease held = observed.lease();
        try {
            return term != null && held != null ? renew(number, held) : campaign(number);
        } catch (RuntimeException clientFailed) {
            return CompletableFuture.failedStage(clientFailed);
        }
    }

    private CompletionStage<Void> renew(long number, Lease held) {
        return write(number, Leases.renewed(held, timings.leaseDuration(), environment.now()))
                .handle((any, failure) -> failure)
                .thenCompose(failure -> failure == null
                        ? CompletableFuture.completedStage(null)
                        : isOvertaken(failure) ? campaign(number) : CompletableFuture.failedStage(failure));
    }

    private static boolean isOvertaken(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return cause instanceof ConflictException || cause instanceof NotFoundException;
    }

    private CompletionStage<Void> campaign(long number) {
        return client.find(Lease.KIND, key)
                .thenComposeAsync(found -> number == underWay ? decide(number, found) : nothing(), serial);
    }

    private CompletionStage<Void> decide(long number, Optional<Lease> found) {
        observed.seen(found.orElse(null));
        Term led = term;
        if (led != null) {
            requireHeld(led, found);
        }
        if (closing) {
            return nothing();
        }
        if (found.isEmpty()) {
            return create(number, Leases.first(key, identity, timings.leaseDuration(), environment.now()));
        }
        Lease lease = found.get();
        if (term != null) {
            return write(number, Leases.renewed(lease, timings.leaseDuration(), environment.now()));
        }
        if (Leases.holder(lease).equals(identity) || observed.isFree()) {
            return claim(number, Leases.next(lease, identity, timings.leaseDuration(), environment.now()));
        }
        observed.watch();
        return nothing();
    }

    private static String describe(Lease lease) {
        String holder = Leases.holder(lease);
        return (holder.isEmpty() ? "nobody" : holder) + " at revision "
                + lease.metadata().resourceVersion();
    }

    private CompletionStage<Void> create(long number, Lease first) {
        long before = environment.nanoTime();
        return client.create(first)
                .thenAcceptAsync(stored -> held(number, stored, before), serial)
                .exceptionallyCompose(failure -> unwrapped(failure) instanceof AlreadyExistsException
                        ? nothing()
                        : CompletableFuture.failedStage(failure));
    }

    /** That another candidate was faster isn't a failure. */
    private CompletionStage<Void> claim(long number, Lease next) {
        return write(number, next)
                .exceptionallyCompose(
                        failure -> isOvertaken(failure) ? nothing() : CompletableFuture.failedStage(failure));
    }

    private CompletionStage<Void> write(long number, Lease changed) {
        long before = environment.nanoTime();
        return client.update(changed).thenAcceptAsync(stored -> held(number, stored, before), serial);
    }

    /** The term lasts from before the write was sent: others may have seen it since then. */
    private void held(long number, Lease stored, long since) {
        observed.seen(stored);
        Leadership leadership = Leadership.of(stored, identity);
        lastTerm = leadership;
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
        observed.watch();
        if (before == null) {
            LOG.atInfo()
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
            LOG.atInfo()
                    .addKeyValue("lease", key)
                    .addKeyValue("holder", identity)
                    .addKeyValue("reason", reason)
                    .log("No longer leading");
            listeners.execute(() -> listener.onStoppedLeading(lost.leadership, reason));
        }
    }

    private void tellNewLeader(String holder) {
        listeners.execute(() -> listener.onNewLeader(holder));
    }

    private void answered(long number, @Nullable Throwable failure) {
        if (number != underWay) {
            return;
        }
        underWay = 0;
        if (failure != null) {
            LOG.atWarn()
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
        observed.unwatch();
        Lease held = observed.lease();
        if (held == null || lastTerm == null || !Leases.isOf(held, lastTerm)) {
            ended.complete(null);
            return;
        }
        Cancellable limit = environment.schedule(timings.renewDeadline(), serial, () -> ended.complete(null));
        client.update(Leases.released(held, environment.now())).whenComplete((any, failure) -> {
            limit.cancel();
            if (failure != null) {
                LOG.atWarn()
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
