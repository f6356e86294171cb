package io.coxswain.api.core.v1;

import io.coxswain.resource.Kind;
import io.coxswain.resource.Kind.GenerationRule;
import io.coxswain.value.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Coxswain knows of the kind {@link Secret} besides its fields. */
final class SecretRules {
    private SecretRules() {}

    static Kind<Secret> kind() {
        return Kind.builder("v1", "Secret", Secret.class)
                .generation(GenerationRule.NONE)
                .defaults(SecretRules::defaulted)
                .validation(DataValidation::secret)
                .field("type", secret -> secret.type())
                .build();
    }

    /** Text is for authors only: it becomes bytes, in place of those of the same key, as in {@code pkg/apis/core/v1/conversion.go} of Kubernetes. */
    private static Secret defaulted(Secret secret) {
        Secret typed = secret.type().isEmpty() ? secret.withType("Opaque") : secret;
        if (typed.stringData().isEmpty()) {
            return typed;
        }
        Map<String, Bytes> data = new LinkedHashMap<>(typed.data());
        typed.stringData().forEach((key, text) -> data.put(key, Bytes.ofUtf8(text)));
        return typed.withData(data).withStringData(Map.of());
    }
}
