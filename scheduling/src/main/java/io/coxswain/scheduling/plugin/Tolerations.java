package io.coxswain.scheduling.plugin;

import io.coxswain.api.core.v1.Taint;
import io.coxswain.api.core.v1.Toleration;
import java.util.List;

/** Which taints a pod tolerates (Kubernetes {@code k8s.io/component-helpers/scheduling/corev1}). */
final class Tolerations {
    static final String NO_SCHEDULE = "NoSchedule";
    static final String NO_EXECUTE = "NoExecute";
    static final String PREFER_NO_SCHEDULE = "PreferNoSchedule";

    private Tolerations() {}

    static boolean tolerate(List<Toleration> tolerations, Taint taint) {
        for (Toleration toleration : tolerations) {
            if (tolerates(toleration, taint)) {
                return true;
            }
        }
        return false;
    }

    /** A toleration without effect matches every effect, one without key every key. */
    static boolean tolerates(Toleration toleration, Taint taint) {
        if (!toleration.effect().isEmpty() && !toleration.effect().equals(taint.effect())) {
            return false;
        }
        if (!toleration.key().isEmpty() && !toleration.key().equals(taint.key())) {
            return false;
        }
        return switch (toleration.operator()) {
            case "", "Equal" -> toleration.value().equals(taint.value());
            case "Exists" -> true;
            default -> false;
        };
    }
}
