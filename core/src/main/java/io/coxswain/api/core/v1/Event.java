// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.resource.WithMetadata;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Micros;
import io.coxswain.schema.Required;
import io.coxswain.value.Described;
import io.coxswain.value.Times;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that happened to an object, for people to read; repeated ones are counted. */
@RecordBuilder
public record Event(
        @Required @AlwaysWritten ObjectMeta metadata,
        String type,
        String action,
        int count,
        @AlwaysWritten @Micros @Nullable Instant eventTime,
        @AlwaysWritten @Nullable Instant firstTimestamp,
        @Required @AlwaysWritten ObjectReference involvedObject,
        @AlwaysWritten @Nullable Instant lastTimestamp,
        String message,
        String reason,
        @Nullable ObjectReference related,
        @AlwaysWritten String reportingComponent,
        @AlwaysWritten String reportingInstance,
        @Nullable EventSeries series,
        @AlwaysWritten EventSource source)
        implements Resource<Event>, WithMetadata<Event>, EventBuilder.With {
    /** The kind: its names, defaults and rules. */
    public static final Kind<Event> KIND = EventRules.kind();

    /** Absent parts become empty ones, collections are copied in their order, times cut as on the wire. */
    public Event {
        metadata = requireNonNullElse(metadata, ObjectMeta.EMPTY);
        type = requireNonNullElse(type, "");
        action = requireNonNullElse(action, "");
        eventTime = Times.micros(eventTime);
        firstTimestamp = Times.seconds(firstTimestamp);
        involvedObject = requireNonNullElse(involvedObject, ObjectReference.EMPTY);
        lastTimestamp = Times.seconds(lastTimestamp);
        message = requireNonNullElse(message, "");
        reason = requireNonNullElse(reason, "");
        reportingComponent = requireNonNullElse(reportingComponent, "");
        reportingInstance = requireNonNullElse(reportingInstance, "");
        source = requireNonNullElse(source, EventSource.EMPTY);
    }

    @Override
    public Event withMetadata(ObjectMeta metadata) {
        return EventBuilder.With.super.withMetadata(metadata);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Event that
                        && count == that.count
                        && metadata.equals(that.metadata)
                        && type.equals(that.type)
                        && action.equals(that.action)
                        && Objects.equals(eventTime, that.eventTime)
                        && Objects.equals(firstTimestamp, that.firstTimestamp)
                        && involvedObject.equals(that.involvedObject)
                        && Objects.equals(lastTimestamp, that.lastTimestamp)
                        && message.equals(that.message)
                        && reason.equals(that.reason)
                        && Objects.equals(related, that.related)
                        && reportingComponent.equals(that.reportingComponent)
                        && reportingInstance.equals(that.reportingInstance)
                        && Objects.equals(series, that.series)
                        && source.equals(that.source));
    }

    /** The same in every JVM. */
    @Override
    public int hashCode() {
        int hash = metadata.hashCode();
        hash = 31 * hash + type.hashCode();
        hash = 31 * hash + action.hashCode();
        hash = 31 * hash + Integer.hashCode(count);
        hash = 31 * hash + Objects.hashCode(eventTime);
        hash = 31 * hash + Objects.hashCode(firstTimestamp);
        hash = 31 * hash + involvedObject.hashCode();
        hash = 31 * hash + Objects.hashCode(lastTimestamp);
        hash = 31 * hash + message.hashCode();
        hash = 31 * hash + reason.hashCode();
        hash = 31 * hash + Objects.hashCode(related);
        hash = 31 * hash + reportingComponent.hashCode();
        hash = 31 * hash + reportingInstance.hashCode();
        hash = 31 * hash + Objects.hashCode(series);
        hash = 31 * hash + source.hashCode();
        return hash;
    }

    /** Names what is set. */
    @Override
    public String toString() {
        return Described.record(this);
    }
}
