package io.coxswain.simulation;

import io.coxswain.client.Client;
import io.coxswain.controller.Context;
import io.coxswain.environment.Environment;
import io.coxswain.event.EventType;
import io.coxswain.informer.Index;
import io.coxswain.resource.ApplyConflicts;
import io.coxswain.resource.DeleteOptions;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import io.coxswain.selector.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;

/** Notes what a reconciler reads from its caches. */
final class ReadingContext<R extends Resource<R>> implements Context<R> {
    private final Context<R> context;
    private final Actor actor;

    ReadingContext(Context<R> context, Actor actor) {
        this.context = context;
        this.actor = actor;
    }

    private void note(String what) {
        actor.world().note(actor.name(), () -> "reads " + what);
    }

    private static String names(List<? extends Resource<?>> objects) {
        StringBuilder text = new StringBuilder();
        for (Resource<?> object : objects) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(object.metadata().name())
                    .append(" as of revision ")
                    .append(object.metadata().resourceVersion());
        }
        return text.length() == 0 ? "none" : text.toString();
    }

    @Override
    public <T extends Resource<T>> Optional<T> find(Kind<T> kind, ResourceKey key) {
        Optional<T> found = context.find(kind, key);
        note(Names.of(kind, key) + ": "
                + found.map(object -> "as of revision " + object.metadata().resourceVersion())
                        .orElse("absent"));
        return found;
    }

    @Override
    public <T extends Resource<T>> List<T> list(Kind<T> kind, Selection selection) {
        List<T> found = context.list(kind, selection);
        note("all " + kind + ": " + names(found));
        return found;
    }

    @Override
    public <T extends Resource<T>> List<T> list(Index<T> index, String value) {
        List<T> found = context.list(index, value);
        note(index.kind() + " by " + index.name() + ": " + names(found));
        return found;
    }

    @Override
    public <T extends Resource<T>> List<T> owned(Kind<T> kind) {
        List<T> found = context.owned(kind);
        note("its " + kind + ": " + names(found));
        return found;
    }

    @Override
    public ResourceKey key() {
        return context.key();
    }

    @Override
    public int attempt() {
        return context.attempt();
    }

    @Override
    public List<Long> triggers() {
        return context.triggers();
    }

    @Override
    public <T extends Resource<T>> T apply(T desired) {
        return context.apply(desired);
    }

    @Override
    public <T extends Resource<T>> T apply(T desired, ApplyConflicts conflicts) {
        return context.apply(desired, conflicts);
    }

    @Override
    public <T extends Resource<T>> T create(T object) {
        return context.create(object);
    }

    @Override
    public <T extends Resource<T>> T updateStatus(T changed) {
        return context.updateStatus(changed);
    }

    @Override
    public <T extends Resource<T>> T patch(T read, UnaryOperator<T> change) {
        return context.patch(read, change);
    }

    @Override
    public <T extends Resource<T>> void delete(T read) {
        context.delete(read);
    }

    @Override
    public <T extends Resource<T>> void delete(T read, DeleteOptions options) {
        context.delete(read, options);
    }

    @Override
    public void event(EventType type, String reason, String message) {
        context.event(type, reason, message);
    }

    @Override
    public Client client() {
        return context.client();
    }

    @Override
    public Environment environment() {
        return context.environment();
    }

    @Override
    public Instant now() {
        return context.now();
    }

    @Override
    public Logger log() {
        return context.log();
    }
}
