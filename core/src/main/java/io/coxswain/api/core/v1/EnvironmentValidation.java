package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;

/** Says what is wrong with a container's environment variables. */
final class EnvironmentValidation {
    private static final List<String> POD_FIELDS = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private EnvironmentValidation() {}

    static void variables(List<EnvVar> variables, FieldErrors container) {
        for (int i = 0; i < variables.size(); i++) {
            EnvVar variable = variables.get(i);
            EnvVarSource source = variable.valueFrom();
            String problem = Names.environmentVariable(variable.name());
            if (problem == null && source == null) {
                continue;
            }
            FieldErrors errors = container.at("env", i);
            if (variable.name().isEmpty()) {
                errors.at("name").required("");
            } else {
                errors.requireName("name", variable.name(), Names::environmentVariable);
            }
            if (source != null) {
                source(variable, source, errors.at("valueFrom"));
            }
        }
    }

    private static void source(EnvVar variable, EnvVarSource source, FieldErrors errors) {
        int sources = 0;
        if (source.fieldRef() != null) {
            sources++;
            FieldRefRules.podField(source.fieldRef(), POD_FIELDS, errors.at("fieldRef"));
        }
        if (source.resourceFieldRef() != null) {
            sources++;
            FieldRefRules.containerVariable(source.resourceFieldRef(), errors.at("resourceFieldRef"));
        }
        ConfigMapKeySelector config = source.configMapKeyRef();
        if (config != null) {
            sources++;
            key(config.name(), config.key(), errors.at("configMapKeyRef"));
        }
        SecretKeySelector secret = source.secretKeyRef();
        if (secret != null) {
            sources++;
            key(secret.name(), secret.key(), errors.at("secretKeyRef"));
        }
        if (sources == 0) {
            errors.invalid(
                    "", "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`");
        } else if (!variable.value().isEmpty()) {
            errors.invalid("", "may not be specified when `value` is not empty");
        } else if (sources > 1) {
            errors.invalid("", "may not have more than one field specified at a time");
        }
    }

    private static void key(String name, String key, FieldErrors errors) {
        errors.requireName("name", name, Names::dns1123Subdomain);
        if (key.isEmpty()) {
            errors.at("key").required("");
        } else {
            errors.requireName("key", key, Names::configMapKey);
        }
    }

    static void sets(List<EnvFromSource> sets, FieldErrors container) {
        for (int i = 0; i < sets.size(); i++) {
            EnvFromSource source = sets.get(i);
            FieldErrors errors = container.at("envFrom", i);
            if (!source.prefix().isEmpty()) {
                errors.requireName("prefix", source.prefix(), Names::environmentVariable);
            }
            if (source.configMapRef() != null) {
                reference("configMapRef", source.configMapRef().name(), errors);
            }
            if (source.secretRef() != null) {
                reference("secretRef", source.secretRef().name(), errors);
            }
            if (source.configMapRef() == null && source.secretRef() == null) {
                container.at("envFrom").invalid("", "must specify one of: `configMapRef` or `secretRef`");
            } else if (source.configMapRef() != null && source.secretRef() != null) {
                container.at("envFrom").invalid("", "may not have more than one field specified at a time");
            }
        }
    }

    private static void reference(String field, String name, FieldErrors errors) {
        if (name.isEmpty()) {
            errors.at(field).at("name").required("");
        } else {
            // a trailing hyphen passes, as in Kubernetes, which reads the name as the beginning of one
            String rest = name.length() > 1 && name.endsWith("-") ? name.substring(0, name.length() - 2) + "a" : name;
            String problem = Names.dns1123Subdomain(rest);
            if (problem != null) {
                errors.at(field).at("name").invalid(name, problem);
            }
        }
    }
}
