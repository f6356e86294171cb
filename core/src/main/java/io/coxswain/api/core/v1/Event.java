// Written by core/src/codegen/GenerateRecords.java; change it there.
package io.coxswain.api.core.v1;

import static java.util.Objects.requireNonNullElse;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import io.coxswain.schema.AlwaysWritten;
import io.coxswain.schema.Micros;
import io.coxswain.schema.Required;
import io.coxswain.value.Times;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
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
        implements Resource<Event>, EventBuilder.With {
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
}
