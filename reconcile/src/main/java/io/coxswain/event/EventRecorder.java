package io.coxswain.event;

import io.coxswain.api.core.v1.Event;
import io.coxswain.api.core.v1.EventSource;
import io.coxswain.api.core.v1.ObjectReference;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.client.AsyncClient;
import io.coxswain.client.Cause;
import io.coxswain.environment.Environment;
import io.coxswain.error.AlreadyExistsException;
import io.coxswain.error.NotFoundException;
import io.coxswain.error.ServiceUnavailableException;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.resource.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Writes Events about objects, for people to read. Equal ones (object, type, reason, message) within ten minutes are one Event that counts; one object may cause 25 at once and then one every
 * five minutes, the others are dropped and counted (client-go {@code tools/record}).
 *
 * <p>Best effort: a failed write is logged, never thrown. Thread-safe; never blocks.
 */
public final class EventRecorder {
    private static final Duration SAME_WITHIN = Duration.ofMinutes(10);
    /** How many different events are remembered in order to count them. */
    private static final int MAX_REMEMBERED = 4_096;

    /** How many writes may wait for the one under way; more than that are dropped. */
    private static final int MAX_WAITING = 1_000;

    private static final int MAX_MESSAGE = 1_024;

    private final AsyncClient client;
    private final Environment environment;
    private final Logger log;
    private final String component;
    private final Executor serial;
    private final AtomicLong dropped = new AtomicLong();

    // Owned by the steps on the serial executor.
    private final SpamFilter filter = new SpamFilter();
    private final Map<Subject, Recorded> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Recorded> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private final Deque<Runnable> writes = new ArrayDeque<>();
    private boolean writing;
    private long lastName;

    private EventRecorder(AsyncClient client, Environment environment, String component) {
        this.client = client.withCause(Cause.by(component));
        this.environment = environment;
        log = environment.logger(EventRecorder.class.getName());
        this.component = component;
        serial = environment.serial("events-" + component);
    }

    /**
     * A recorder.
     *
     * @param component who reports, such as {@code deployment-controller}
     */
    public static EventRecorder create(AsyncClient client, Environment environment, String component) {
        return new EventRecorder(client, environment, component);
    }

    /** Tells something about an object. */
    public <R extends Resource<R>> void event(R object, EventType type, String reason, String message) {
        event(object.ref(), type, reason, message);
    }

    /**
     * Tells something about an object.
     *
     * @param reason one word in camel case, such as {@code FailedScheduling}
     * @param message a sentence; cut after 1,024 characters
     */
    public void event(ResourceRef object, EventType type, String reason, String message) {
        String cut = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 3) + "...";
        Subject subject = new Subject(object, type, reason, cut);
        serial.execute(() -> record(subject));
    }

    /** How many events were dropped: by the spam filter, as too many waited, or as there was no place to write them. */
    public long dropped() {
        return dropped.get();
    }

    private void record(Subject subject) {
        if (!filter.admits(subject.filterKey(), environment.nanoTime())) {
            dropped.incrementAndGet();
            return;
        }
        Instant now = environment.now();
        Recorded known = recent.get(subject);
        if (known == null || known.at.plus(SAME_WITHIN).isBefore(now)) {
            Recorded fresh = new Recorded(keyFor(subject.object, now), now, now, 1);
            recent.put(subject, fresh);
            create(subject, fresh);
        } else {
            Recorded again = new Recorded(known.key, known.first, now, known.count + 1);
            recent.put(subject, again);
            count(subject, again);
        }
    }

    /** Named like those of Kubernetes: the object's name and the time in hexadecimal digits, never the same twice. */
    private ResourceKey keyFor(ResourceRef object, Instant now) {
        lastName = Math.max(lastName + 1, now.getEpochSecond() * 1_000_000_000 + now.getNano());
        String namespace =
                object.key().namespace().isEmpty() ? "default" : object.key().namespace();
        return ResourceKey.of(namespace, object.key().name() + "." + Long.toHexString(lastName));
    }

    /** One write at a time, so that no count overtakes the create of its Event. */
    private void write(Supplier<CompletionStage<Event>> request, Subject subject, Runnable onRefused) {
        if (writes.size() >= MAX_WAITING) {
            dropped.incrementAndGet();
            return;
        }
        writes.add(() -> request.get()
                .whenComplete((stored, failure) -> serial.execute(() -> {
                    if (isRefusal(failure)) {
                        onRefused.run();
                    } else if (failure != null) {
                        complain(subject, failure);
                    }
                    next();
                })));
        if (!writing) {
            next();
        }
    }

    private void next() {
        Runnable write = writes.poll();
        writing = write != null;
        if (write != null) {
            write.run();
        }
    }

    /** Whether the name was taken, or the Event to be counted is gone: another create helps. */
    private static boolean isRefusal(@Nullable Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof AlreadyExistsException || cause instanceof NotFoundException;
    }

    private void create(Subject subject, Recorded recorded) {
        write(
                () -> client.create(eventOf(subject, recorded)),
                subject,
                () -> createUnderAnotherName(subject, recorded));
    }

    /** Once: where even that is refused, for instance as the namespace is gone, the event is given up. */
    private void createUnderAnotherName(Subject subject, Recorded refused) {
        Recorded renamed =
                new Recorded(keyFor(subject.object, environment.now()), refused.first, refused.at, refused.count);
        recent.put(subject, renamed);
        write(() -> client.create(eventOf(subject, renamed)), subject, () -> giveUp(subject));
    }

    private void giveUp(Subject subject) {
        recent.remove(subject);
        dropped.incrementAndGet();
    }

    private void count(Subject subject, Recorded recorded) {
        write(
                () -> client.patch(Event.KIND, recorded.key, stored -> counted(stored, recorded)),
                subject,
                () -> createUnderAnotherName(subject, recorded));
    }

    private static Event counted(Event stored, Recorded recorded) {
        return stored.withCount(Math.max(stored.count(), recorded.count)).withLastTimestamp(recorded.at);
    }

    private Event eventOf(Subject subject, Recorded recorded) {
        ResourceRef object = subject.object;
        ObjectReference involved = new ObjectReference(
                object.apiVersion(),
                object.kind(),
                object.key().namespace(),
                object.key().name(),
                "",
                "",
                object.uid());
        return new Event(
                ObjectMeta.named(recorded.key.namespace(), recorded.key.name()),
                subject.type.wireName(),
                "",
                recorded.count,
                null,
                recorded.first,
                involved,
                recorded.at,
                subject.message,
                subject.reason,
                null,
                component,
                "",
                null,
                new EventSource(component, ""));
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** A store that takes nothing, closed or read-only, needs no complaint about each Event besides its own. */
    private void complain(Subject subject, @Nullable Throwable failure) {
        if (failure != null) {
            log.atLevel(cause(failure) instanceof ServiceUnavailableException ? Level.DEBUG : Level.WARN)
                    .addKeyValue("object", subject.object)
                    .addKeyValue("reason", subject.reason)
                    .addKeyValue("message", subject.message)
                    .setCause(cause(failure))
                    .log("An Event couldn't be written");
        }
    }

    private record Subject(ResourceRef object, EventType type, String reason, String message) {
        String filterKey() {
            return object.kind() + "/" + object.key() + "/" + object.uid();
        }
    }

    /** Under which name an event was written, when first and last, and how often it happened. */
    private record Recorded(ResourceKey key, Instant first, Instant at, int count) {}
}
