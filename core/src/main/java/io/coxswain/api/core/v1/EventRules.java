package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.validation.Names;

/** What Coxswain knows of the kind {@link Event} besides its fields. */
final class EventRules {
    private EventRules() {}

    static Kind<Event> kind() {
        return Kind.builder("v1", "Event", Event.class)
                .shortNames("ev")
                .validation(EventValidation::validate)
                .name(Names::pathSegment)
                .generation(GenerationRule.NONE)
                .field("involvedObject.kind", event -> event.involvedObject().kind())
                .field(
                        "involvedObject.namespace",
                        event -> event.involvedObject().namespace())
                .field("involvedObject.name", event -> event.involvedObject().name())
                .field("involvedObject.uid", event -> event.involvedObject().uid())
                .field(
                        "involvedObject.apiVersion",
                        event -> event.involvedObject().apiVersion())
                .field(
                        "involvedObject.resourceVersion",
                        event -> event.involvedObject().resourceVersion())
                .field(
                        "involvedObject.fieldPath",
                        event -> event.involvedObject().fieldPath())
                .field("reason", event -> event.reason())
                .field("reportingComponent", event -> event.reportingComponent())
                .field(
                        "source",
                        event -> event.source().component().isEmpty()
                                ? event.reportingComponent()
                                : event.source().component())
                .field("type", event -> event.type())
                .build();
    }
}
