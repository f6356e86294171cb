package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an event of the core group; see {@code legacyValidateEvent} in Kubernetes. */
final class EventValidation {
    private static final int LONGEST = 128;
    private static final int LONGEST_NOTE = 1024;

    private EventValidation() {}

    static void validate(Event event, @Nullable Event old, FieldErrors errors) {
        String namespace = event.metadata().namespace();
        String involved = event.involvedObject().namespace();
        boolean dated = event.eventTime() != null;
        boolean anywhere = namespace.equals("default") || namespace.equals(dated ? "kube-system" : "");
        boolean agrees = involved.isEmpty() ? anywhere : dated || namespace.equals(involved);
        if (!agrees) {
            errors.at("involvedObject").at("namespace").invalid(involved, "does not match event.namespace");
        }
        if (dated) {
            reported(event, errors);
        }
        errors.requireName("namespace", namespace, Names::dns1123Subdomain);
    }

    /** The component has another name on the wire than within Kubernetes, whose name the error has. */
    private static void reported(Event event, FieldErrors errors) {
        errors.requireText("reportingController", event.reportingComponent());
        errors.requireName("reportingController", event.reportingComponent(), Names::labelKey);
        errors.requireText("reportingInstance", event.reportingInstance());
        atMost(LONGEST, "reportingInstance", event.reportingInstance(), errors);
        errors.requireText("action", event.action());
        atMost(LONGEST, "action", event.action(), errors);
        errors.requireText("reason", event.reason());
        atMost(LONGEST, "reason", event.reason(), errors);
        atMost(LONGEST_NOTE, "message", event.message(), errors);
    }

    private static void atMost(int characters, String field, String text, FieldErrors errors) {
        if (text.length() > characters) {
            errors.at(field).invalid("", "can have at most " + characters + " characters");
        }
    }
}
