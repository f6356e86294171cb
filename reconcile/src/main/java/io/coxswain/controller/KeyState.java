package io.coxswain.controller;

import io.coxswain.resource.ResourceKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a controller is doing about one resource: why it is, or isn't, being reconciled. The text form is what a person reads.
 *
 * @param controller its name
 * @param key of the resource
 * @param phase what happens to it at present
 * @param since how long it has been in that phase, where that is known
 * @param due when it is tried again at the latest, if a time is set
 * @param waitsFor what it waits for: the caches that must see the controller's own writes first, or what the workers are at work on
 * @param failures how often it failed in a row
 * @param lastFailure why it failed last, if it did
 * @param triggers the revisions of the changes that led to the call that is under way: the first and the newest
 * @param lastRun the call before, unless many others came after it
 */
public record KeyState(
        String controller,
        ResourceKey key,
        Phase phase,
        Optional<Duration> since,
        Optional<Duration> due,
        List<String> waitsFor,
        int failures,
        Optional<String> lastFailure,
        List<Long> triggers,
        Optional<LastRun> lastRun) {

    /** What happens to a key. */
    public enum Phase {
        /** Nothing: no change, and no time that was set, asks for it. */
        IDLE,
        /** It waits for a worker. */
        READY,
        /** It is being reconciled. */
        RUNNING,
        /** It is being reconciled, and will be once more as something has changed meanwhile. */
        RUNNING_AND_CHANGED,
        /** It holds no worker and waits until the caches have seen what the controller wrote for it. */
        WAITING_FOR_CACHES
    }

    public KeyState {
        waitsFor = List.copyOf(waitsFor);
        triggers = List.copyOf(triggers);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("controller ")
                .append(controller)
                .append(": ")
                .append(key)
                .append(": ")
                .append(words());
        text.append(LastRun.because(triggers));
        since.ifPresent(time -> text.append(" for ").append(time.toMillis()).append(" ms"));
        if (!waitsFor.isEmpty()) {
            text.append(": ").append(String.join(", ", waitsFor));
        }
        due.ifPresent(time -> text.append("; again in ").append(time.toMillis()).append(" ms"));
        lastRun.ifPresent(run -> text.append("; last run: ").append(run));
        lastFailure.ifPresent(why -> text.append("; failed ")
                .append(failures)
                .append(failures == 1 ? " time: " : " times: ")
                .append(why));
        return text.toString();
    }

    private String words() {
        return switch (phase) {
            case IDLE -> "idle";
            case READY -> "waits for a worker";
            case RUNNING -> "is being reconciled";
            case RUNNING_AND_CHANGED -> "is being reconciled, then once more";
            case WAITING_FOR_CACHES -> "waits for the caches to see the controller's own writes";
        };
    }
}
