package io.coxswain.apiserver;

import io.coxswain.admission.AdmissionPlugin;
import io.coxswain.admission.AdmissionRequest;
import io.coxswain.admission.AdmissionRequest.Verb;
import io.coxswain.error.BadRequestException;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.MetadataRules;
import io.coxswain.resource.Resource;
import io.coxswain.validation.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chain between a request and the rules: plug-ins that change, defaults; then validation, plug-ins that refuse. */
final class Admission {
    private final List<AdmissionPlugin> plugins;

    Admission(List<AdmissionPlugin> plugins) {
        this.plugins = plugins;
    }

    /** The object to go on with: changed by plug-ins, with its defaults. */
    <R extends Resource<R>> R mutate(Stage stage, Verb verb, Kind<R> kind, R object, @Nullable R old) {
        R now = object;
        for (AdmissionPlugin plugin : plugins) {
            now = mutate(plugin, new AdmissionRequest<>(verb, kind, now, old, stage, stage.cause()));
        }
        return defaulted(kind, now);
    }

    private static <R extends Resource<R>> R mutate(AdmissionPlugin plugin, AdmissionRequest<R> request) {
        R changed;
        try {
            changed = plugin.mutate(request);
        } catch (RuntimeException e) {
            throw Failures.of("Admission plug-in " + plugin.name(), e);
        }
        if (!changed.key().equals(request.object().key())) {
            throw new BadRequestException("Admission plug-in " + plugin.name() + " renamed " + request.kind() + " "
                    + request.object().key() + " to " + changed.key() + ": names are not its to change");
        }
        return changed;
    }

    static <R extends Resource<R>> R defaulted(Kind<R> kind, R object) {
        try {
            return kind.defaulted(object);
        } catch (RuntimeException e) {
            throw Failures.of("The defaults of kind " + kind, e);
        }
    }

    /** @throws InvalidException if something is wrong with the object, with all that is */
    <R extends Resource<R>> void validate(Stage stage, Verb verb, Kind<R> kind, R object, @Nullable R old) {
        FieldErrors errors = FieldErrors.collect();
        if (old == null) {
            MetadataRules.onCreate(kind, object.metadata(), errors.at("metadata"));
        } else {
            MetadataRules.onUpdate(kind, object.metadata(), old.metadata(), errors.at("metadata"));
        }
        try {
            kind.validate(object, old, errors);
        } catch (RuntimeException e) {
            throw Failures.of("The validation of kind " + kind, e);
        }
        if (!errors.isEmpty()) {
            throw new InvalidException(kind + " " + named(object), errors.list());
        }
        review(stage, verb, kind, object, old);
    }

    private static String named(Resource<?> object) {
        String name = object.metadata().name();
        return name.isEmpty()
                ? object.metadata().generateName() + "*"
                : object.key().toString();
    }

    /** Lets the plug-ins refuse. */
    <R extends Resource<R>> void review(Stage stage, Verb verb, Kind<R> kind, R object, @Nullable R old) {
        for (AdmissionPlugin plugin : plugins) {
            try {
                plugin.validate(new AdmissionRequest<>(verb, kind, object, old, stage, stage.cause()));
            } catch (RuntimeException e) {
                throw Failures.of("Admission plug-in " + plugin.name(), e);
            }
        }
    }
}
