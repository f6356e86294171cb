package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import io.coxswain.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a ConfigMap or a Secret. */
final class DataValidation {
    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final String FIXED = "field is immutable when `immutable` is set";

    private DataValidation() {}

    static void configMap(ConfigMap map, @Nullable ConfigMap old, FieldErrors errors) {
        if (old != null && Boolean.TRUE.equals(old.immutable())) {
            forbidUnless(Boolean.TRUE.equals(map.immutable()), "immutable", errors);
            forbidUnless(map.data().equals(old.data()), "data", errors);
            forbidUnless(map.binaryData().equals(old.binaryData()), "binaryData", errors);
        }
        long bytes = 0;
        for (Map.Entry<String, String> entry : map.data().entrySet()) {
            String key = entry.getKey();
            key("data", key, errors);
            if (map.binaryData().containsKey(key)) {
                errors.at("data", key).invalid(key, "duplicate of key present in binaryData");
            }
            bytes += length(entry.getValue());
        }
        for (Map.Entry<String, Bytes> entry : map.binaryData().entrySet()) {
            key("binaryData", entry.getKey(), errors);
            bytes += entry.getValue().size();
        }
        if (bytes > LARGEST_BYTES) {
            errors.tooLong(LARGEST_BYTES);
        }
    }

    private static void forbidUnless(boolean same, String field, FieldErrors errors) {
        if (!same) {
            errors.at(field).forbidden(FIXED);
        }
    }

    private static void key(String field, String key, FieldErrors errors) {
        String problem = Names.configMapKey(key);
        if (problem != null) {
            errors.at(field, key).invalid(key, problem);
        }
    }

    /** The bytes of a text; counted only where they could be too many. */
    private static long length(String text) {
        return text.length() > LARGEST_BYTES / 3 ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
    }

    static void secret(Secret secret, @Nullable Secret old, FieldErrors errors) {
        if (old != null) {
            if (!secret.type().equals(old.type())) {
                errors.at("type").invalid(secret.type(), "field is immutable");
            }
            if (Boolean.TRUE.equals(old.immutable())) {
                forbidUnless(Boolean.TRUE.equals(secret.immutable()), "immutable", errors);
                forbidUnless(
                        secret.data().equals(old.data()) && secret.stringData().isEmpty(), "data", errors);
            }
        }
        long bytes = 0;
        for (Map.Entry<String, Bytes> entry : secret.data().entrySet()) {
            key("data", entry.getKey(), errors);
            bytes += entry.getValue().size();
        }
        for (Map.Entry<String, String> entry : secret.stringData().entrySet()) {
            key("data", entry.getKey(), errors);
            bytes += length(entry.getValue());
        }
        if (bytes > LARGEST_BYTES) {
            errors.at("data").tooLong(LARGEST_BYTES);
        }
        type(secret, errors);
    }

    private static void type(Secret secret, FieldErrors errors) {
        switch (secret.type()) {
            case "kubernetes.io/service-account-token" -> {
                String account = "kubernetes.io/service-account.name";
                if (secret.metadata().annotations().getOrDefault(account, "").isEmpty()) {
                    errors.at("metadata").at("annotations", account).required("");
                }
            }
            case "kubernetes.io/dockercfg" -> json(".dockercfg", secret, errors);
            case "kubernetes.io/dockerconfigjson" -> json(".dockerconfigjson", secret, errors);
            case "kubernetes.io/basic-auth" -> {
                if (!has("username", secret) && !has("password", secret)) {
                    errors.at("data", "username").required("");
                    errors.at("data", "password").required("");
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                String key = "ssh-privatekey";
                if (text(key, secret).isEmpty()) {
                    errors.at("data", key).required("");
                }
            }
            case "kubernetes.io/tls" -> {
                require("tls.crt", secret, errors);
                require("tls.key", secret, errors);
            }
            default -> {}
        }
    }

    private static boolean has(String key, Secret secret) {
        return secret.data().containsKey(key) || secret.stringData().containsKey(key);
    }

    private static void require(String key, Secret secret, FieldErrors errors) {
        if (!has(key, secret)) {
            errors.at("data", key).required("");
        }
    }

    private static String text(String key, Secret secret) {
        String text = secret.stringData().get(key);
        Bytes bytes = secret.data().get(key);
        if (text != null) {
            return text;
        }
        return bytes == null ? "" : new String(bytes.toArray(), StandardCharsets.UTF_8);
    }

    private static void json(String key, Secret secret, FieldErrors errors) {
        require(key, secret, errors);
        if (has(key, secret) && !JsonForm.isObject(text(key, secret))) {
            errors.at("data", key).invalid("<secret contents redacted>", "must be a JSON object");
        }
    }
}
